import type { Comparison } from '../../contract/comparison/compareTexts.ts'
import { type Fold, foldUnchanged } from '../../contract/comparison/foldUnchanged.ts'
import { countsText } from './countsText.ts'
import { type Html, html } from './html.ts'
import { addressOf, compareAddress, page, time } from './page.ts'
import type { PublicPolicy, PublicRevision } from './readPublic.ts'

/** What changed from one text to another, word by word, as the screens of the staff show it (docs/decisions/018). */
export function comparison(compared: Comparison, language: string): Html {
  const sentence = html`<p><strong>${countsText(compared)}</strong></p>`
  if (compared.parts.every(({ kind }) => kind === 'same')) return sentence
  return html`${sentence}
<p class="quiet">In the text below, <ins>what is new</ins> is underlined and <del>what is gone</del> is struck out.</p>
<div class="comparison" lang="${language}" dir="auto">${foldUnchanged(compared.parts).map(piece)}</div>`
}

type Compared = { older: PublicRevision; newer: PublicRevision; changes: Html }

/** Two revisions of a policy laid over each other, in the order in which they were asked for. */
export function comparePage(policy: PublicPolicy, { older, newer, changes }: Compared): string {
  const { key, title, language } = policy
  return page({
    feedsOf: key,
    title: `${title}, revisions ${older.number} and ${newer.number} compared`,
    main: html`<h1><span lang="${language}">${title}</span>: what changed from revision ${older.number} to revision ${newer.number}</h1>
<div class="standing">
${[older, newer].map((each) => revisionLine(policy, each))}<p><a href="${compareAddress(key, newer.number, older.number)}">Compare the other way round</a></p>
<p><a href="/policy/${key}">Read the text in force now</a></p>
</div>
<section>
<h2>Word by word</h2>
${changes}
</section>`,
  })
}

function revisionLine({ key }: PublicPolicy, { number, effectiveAt, contentSha256 }: PublicRevision): Html {
  return html`<p><a href="${addressOf(key, number)}">Revision ${number}</a>, effective ${time(effectiveAt)}. <span class="quiet">SHA-256: <code>${contentSha256}</code></span></p>
`
}

function piece(fold: Fold): Html {
  const { text } = fold
  if (fold.kind === 'folded')
    return html`<details><summary lang="en">${fold.lines} unchanged lines</summary>${text}</details>`
  if (fold.kind === 'same') return html`${text}`
  return fold.kind === 'added' ? html`<ins>${visible(text)}</ins>` : html`<del>${visible(text)}</del>`
}

/** Spaces and line ends that changed alone would be marked and yet not be seen. */
function visible(text: string): string {
  return /^\s+$/.test(text) ? text.replaceAll(' ', '·').replaceAll('\n', '↵\n') : text
}
