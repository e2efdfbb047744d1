import type { Entry } from './feedEntries.ts'
import { type Html, html } from './html.ts'
import type { PublicPolicy } from './readPublic.ts'

/** What XML 1.0 has no way to write, not even escaped. */
const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/**
 * Revisions and deviations as an Atom feed (RFC 4287): summary, text and SHA-256 of each, the latest first. Relative
 * links in a text are relative to its permanent address.
 */
export function atomFeed(policy: PublicPolicy, entries: readonly Entry[], origin: string): string {
  const { key, title, language } = policy
  const home = `${origin}/policy/${key}`
  const updated = Math.max(0, ...entries.map(({ updatedAt }) => updatedAt.getTime()))
  const feed = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:steward="urn:steward:policy" xml:lang="${language}">
<id>${home}</id>
<title>${title}</title>
<updated>${new Date(updated).toISOString()}</updated>
<author><name>${new URL(origin).host}</name></author>
<link rel="self" type="application/atom+xml" href="${home}/feed.atom"/>
<link rel="alternate" type="text/html" href="${home}"/>
${entries.map((entry) => atomEntry(entry, origin))}</feed>
`
  return feed.text.replace(notInXml, '\uFFFD')
}

function atomEntry(entry: Entry, origin: string): Html {
  const { title, summary, text, sha256, postedAt, updatedAt } = entry
  const address = origin + entry.address
  return html`<entry>
<id>${address}</id>
<title>${title}</title>
<published>${postedAt.toISOString()}</published>
<updated>${updatedAt.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${address}"/>
${sha256 === null ? null : html`<steward:sha256>${sha256}</steward:sha256>\n`}<summary type="text">${summary}</summary>
<content type="html" xml:base="${address}">${text.text}</content>
</entry>
`
}

/** The same as JSON Feed 1.1 (jsonfeed.org), with number, hash and origin in an extension of our own. */
export function jsonFeed(policy: PublicPolicy, entries: readonly Entry[], origin: string): string {
  const { key, title, language } = policy
  const home = `${origin}/policy/${key}`
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: `${home}/feed.json`,
    language,
    authors: [{ name: new URL(origin).host }],
    items: entries.map((entry) => ({
      id: origin + entry.address,
      url: origin + entry.address,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.text.text,
      date_published: entry.postedAt.toISOString(),
      ...(entry.updatedAt > entry.postedAt ? { date_modified: entry.updatedAt.toISOString() } : {}),
      _steward: entry.facts,
    })),
  })
}
