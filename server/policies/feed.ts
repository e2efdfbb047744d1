import { type Html, html } from './html.ts'
import { addressOf } from './page.ts'
import type { PublicPolicy, PublicRevision } from './readPublic.ts'

/** A revision with its text as the public page shows it, byte for byte. */
export type Entry = { revision: PublicRevision; text: Html }

/** What XML 1.0 has no way to write, not even escaped. */
const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/**
 * The revisions as an Atom feed (RFC 4287): summary, text and SHA-256 of each, newest first. Relative links in a text
 * are relative to its permanent address.
 */
export function atomFeed(policy: PublicPolicy, entries: readonly Entry[], origin: string): string {
  const { key, title, language } = policy
  const home = `${origin}/policy/${key}`
  const feed = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:steward="urn:steward:policy" xml:lang="${language}">
<id>${home}</id>
<title>${title}</title>
<updated>${entries[0]?.revision.publishedAt.toISOString() ?? null}</updated>
<author><name>${new URL(origin).host}</name></author>
<link rel="self" type="application/atom+xml" href="${home}/feed.atom"/>
<link rel="alternate" type="text/html" href="${home}"/>
${entries.map((entry) => atomEntry(policy, entry, origin))}</feed>
`
  return feed.text.replace(notInXml, '\uFFFD')
}

function atomEntry({ key, title }: PublicPolicy, { revision, text }: Entry, origin: string): Html {
  const { number, publishedAt, changeSummary } = revision
  const address = origin + addressOf(key, number)
  const at = publishedAt.toISOString()
  return html`<entry>
<id>${address}</id>
<title>${titleOf(title, revision)}</title>
<published>${at}</published>
<updated>${at}</updated>
<link rel="alternate" type="text/html" href="${address}"/>
<steward:sha256>${revision.contentSha256}</steward:sha256>
<summary type="text">${changeSummary}</summary>
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
    items: entries.map(({ revision, text }) => ({
      id: origin + addressOf(key, revision.number),
      url: origin + addressOf(key, revision.number),
      title: titleOf(title, revision),
      summary: revision.changeSummary,
      content_html: text.text,
      date_published: revision.publishedAt.toISOString(),
      _steward: {
        number: revision.number,
        content_sha256: revision.contentSha256,
        effective_at: revision.effectiveAt.toISOString(),
        superseded_at: revision.supersededAt?.toISOString() ?? null,
        origin: revision.origin,
      },
    })),
  })
}

const titleOf = (title: string, { number }: PublicRevision) => `${title}, revision ${number}`
