import { renderMarkdown } from '../../contract/markdown.ts'
import { overAt } from '../deviations/standing.ts'
import type { Asked } from './atInstant.ts'
import { Html, html } from './html.ts'
import { addressOf, time } from './page.ts'
import type { PublicDeviation, PublicPolicy, PublicRevision } from './readPublic.ts'

const kinds = {
  deferred_effect: 'Deferred effect',
  limited_scope: 'Limited scope',
  temporary_departure: 'Temporary departure',
} as const

/** What kind of deviation it is, in the words of the public pages. */
export const kindText = ({ kind }: PublicDeviation) => kinds[kind]

/** Whether it runs at an instant. */
export const isRunning = (deviation: PublicDeviation, at: Date) =>
  deviation.startsAt <= at && !isOver(deviation, at)
/** Whether it is over at an instant. */
export const isOver = (deviation: PublicDeviation, at: Date) => {
  const over = overAt(deviation)
  return over !== null && over <= at
}
/** Those that ran at an instant, or for a part of a day that was asked about, the first one first. */
export const ranAt = ({ deviations }: PublicPolicy, { from, at }: Asked) =>
  deviations
    .filter((each) => each.startsAt <= at && !isOver(each, from))
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())

/** What the public reads first while a deviation runs or is about to ("will be posted on the site"). */
export function banners(policy: PublicPolicy, at: Date): Html | null {
  const shown = policy.deviations.filter((each) => each.postedAt <= at && !isOver(each, at))
  if (shown.length === 0) return null
  return html`<section class="deviations" aria-labelledby="deviations">
<h2 id="deviations">Deviations from this policy</h2>
${shown.map((each) => deviationEntry(policy, each))}<p><a href="/policy/${policy.key}/deviations">All deviations that were ever posted</a></p>
</section>
`
}

/** One deviation word for word, and from when to when it runs. */
export function deviationEntry(policy: PublicPolicy, deviation: PublicDeviation): Html {
  const { id, appliesTo, text, endedAt, endNote, postedAt } = deviation
  return html`<div class="deviation" id="${anchorOf(deviation)}">
<p><strong>${kindText(deviation)}</strong>. ${runs(deviation)}${revisionOf(policy, deviation)}</p>
<p>Applies to: <span lang="${policy.language}" dir="auto">${appliesTo}</span></p>
<div lang="${policy.language}" dir="auto">
${new Html(renderMarkdown(text, `${id}-`))}
</div>
${endedAt && html`<p>Ended early, ${time(endedAt)}: <span lang="${policy.language}" dir="auto" class="summary">${endNote}</span></p>\n`}<p class="quiet">Posted ${time(postedAt)}</p>
</div>
`
}

/** The anchor of a deviation on its page, which feeds link to. */
export const anchorOf = ({ id }: PublicDeviation) => `deviation-${id}`

function runs({ startsAt, endsAt, reviewOn }: PublicDeviation): Html {
  return endsAt
    ? html`From ${time(startsAt)} until ${time(endsAt)}.`
    : html`From ${time(startsAt)} until further notice; it is looked at again on <time datetime="${reviewOn}">${reviewOn}</time>.`
}

function revisionOf({ key, revisions }: PublicPolicy, { revisionId }: PublicDeviation): Html | null {
  const revision = revisions.find(({ id }) => id === revisionId)
  if (!revision) return null
  const { number } = revision
  return html` It concerns <a href="${addressOf(key, number)}">revision ${number}</a>.`
}

/** Posted revisions that take effect later, the next first. */
export function coming({ revisions }: PublicPolicy, at: Date): PublicRevision[] {
  return revisions
    .filter((each) => each.publishedAt <= at && each.effectiveAt > at && !isOvertaken(each))
    .sort((one, other) => one.effectiveAt.getTime() - other.effectiveAt.getTime())
}

/** Another revision took over before this one's time came: it never was in force. */
export const isOvertaken = ({ effectiveAt, supersededAt }: PublicRevision) =>
  supersededAt !== null && supersededAt <= effectiveAt
