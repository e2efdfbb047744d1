import { banners } from './deviationsShown.ts'
import { type Html, html } from './html.ts'
import { addressOf, compareAddress, page, time } from './page.ts'
import type { PublicPolicy, PublicRevision } from './readPublic.ts'
import { type Shown, standing } from './standing.ts'

/** A policy's text word for word, and what it is: which revision, from when to when, recognised by which hash. */
export function policyPage(policy: PublicPolicy, revision: PublicRevision, text: Html, shown: Shown): string {
  const { title, language, contactEmail, key } = policy
  const { number, contentSha256, changeSummary, origin } = revision
  return page({
    feedsOf: key,
    title: shown.as === 'current' ? title : `${title}, revision ${number}`,
    main: html`<h1 lang="${language}">${title}</h1>
<div class="standing">
${standing(policy, revision, shown)}
<p class="quiet">${origin === 'imported' ? 'Imported from an earlier archive. ' : ''}Permanent address: <a href="${addressOf(key, number)}">revision ${number}</a>. SHA-256 of the text: <code>${contentSha256}</code></p>
${contactEmail === '' ? null : html`<p class="quiet">Questions: <a href="mailto:${contactEmail}">${contactEmail}</a></p>`}
</div>
${shown.as === 'revision' ? null : banners(policy, shown.as === 'at' ? shown.asked.at : shown.now)}<article lang="${language}" dir="auto">
${text}
</article>
<section>
<h2>What changed in this revision</h2>
<p class="summary" lang="${language}" dir="auto">${changeSummary}</p>
${changesLink(policy, number)}</section>
${archive(policy, number)}
${policy.deviations.length > 0 ? html`<p class="quiet"><a href="/policy/${key}/deviations">Deviations from this policy</a></p>\n` : null}<p class="quiet">Follow what changes: <a href="/policy/${key}/feed.atom">Atom</a>, <a href="/policy/${key}/feed.json">JSON Feed</a></p>`,
  })
}

function changesLink({ key, revisions }: PublicPolicy, number: number): Html | null {
  const before = revisions.find((each) => each.number === number - 1)?.number
  if (before === undefined) return null
  return html`<p><a href="${compareAddress(key, before, number)}">See every word that changed since revision ${before}</a></p>
`
}

function archive({ key, language, revisions }: PublicPolicy, before: number): Html | null {
  const rows = revisions
    .filter(({ number }) => number < before)
    .map(
      ({
        number,
        effectiveAt,
        changeSummary,
      }) => html`<li><a href="${addressOf(key, number)}">Revision ${number}</a>, effective ${time(effectiveAt)}
<p class="summary" lang="${language}" dir="auto">${changeSummary}</p></li>\n`,
    )
  if (rows.length === 0) return null
  return html`<section>
<h2>Earlier revisions</h2>
<ul class="revisions">
${rows}</ul>
</section>`
}
