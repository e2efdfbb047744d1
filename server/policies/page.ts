import { type Html, html } from './html.ts'
import { stylePath } from './style.ts'

/** No script, no frame, no form and nothing from another host, whatever a policy's text contains. */
export const publicPolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

type Page = { title: string; main: Html; feedsOf?: string }

/** A public page: one h1, readable without a script and at any width; `feedsOf` is the key of the policy it shows. */
export function page({ title, main, feedsOf }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${stylePath}">
${feedsOf === undefined ? null : feedLinks(feedsOf)}</head>
<body>
<header><nav aria-label="Policies"><a href="/policy">All policies</a></nav></header>
<main>
${main}
</main>
<footer><p>Times are in UTC. A posted text is never changed; it is followed by another revision.</p></footer>
</body>
</html>
`.text
}

function feedLinks(key: string): Html {
  return html`<link rel="alternate" type="application/atom+xml" title="Atom" href="/policy/${key}/feed.atom">
<link rel="alternate" type="application/feed+json" title="JSON Feed" href="/policy/${key}/feed.json">
`
}

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' })

/** An instant as people read it, to the second. */
export function time(at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${format.format(at)} UTC</time>`
}

/** The permanent address of a revision. */
export const addressOf = (key: string, number: number) => `/policy/${key}/revisions/${number}`

/** What changed from one revision to another. */
export const compareAddress = (key: string, older: number, newer: number) =>
  `/policy/${key}/compare/${older}/${newer}`
