import { type Asked, earlierThatDay } from './atInstant.ts'
import { coming, isOvertaken } from './deviationsShown.ts'
import { type Html, html } from './html.ts'
import { addressOf, time } from './page.ts'
import type { PublicPolicy, PublicRevision } from './readPublic.ts'

/** Which address shows the text: the current one, a revision's own, or that of a point in time. */
export type Shown = { as: 'current'; now: Date } | { as: 'revision'; now: Date } | { as: 'at'; asked: Asked }

/** Says which revision this is and from when to when it binds, and leads to the one in force and to the next. */
export function standing(policy: PublicPolicy, revision: PublicRevision, shown: Shown): Html {
  const { number, effectiveAt, supersededAt } = revision
  const since = html`in force since ${time(effectiveAt)}`
  if (shown.as === 'current')
    return html`<p><strong>Revision ${number}</strong>, ${since}.</p>${coming(policy, shown.now).map((each) => next(policy, each))}`

  const asOf = shown.as === 'at' ? shown.asked.now : shown.now
  const isOver = supersededAt !== null && supersededAt <= asOf
  const lasted = isOvertaken(revision)
    ? html`never took effect${successor(policy, revision)}`
    : isOver
      ? html`was in force from ${time(effectiveAt)} until ${time(supersededAt)}${successor(policy, revision)}`
      : effectiveAt <= asOf
        ? html`has been ${since}`
        : html`takes effect at ${time(effectiveAt)}`
  return html`${shown.as === 'at' ? reply(policy, number, shown.asked) : null}<p><strong>Revision ${number}</strong> ${lasted}.</p>
<p><a href="/policy/${policy.key}">Read the text in force now</a></p>`
}

/** A text that is posted and does not bind yet. */
export function next({ key }: PublicPolicy, { number, effectiveAt }: PublicRevision): Html {
  return html`
<p><a href="${addressOf(key, number)}">Revision ${number}</a> is posted and takes effect at ${time(effectiveAt)}.</p>`
}

/** Of those that take over at the same instant, the one posted last binds. */
function successor({ key, revisions }: PublicPolicy, { number, supersededAt }: PublicRevision): Html | null {
  const after = revisions.find(
    (each) => each.number > number && each.effectiveAt.getTime() === supersededAt?.getTime(),
  )
  return after
    ? html`, when <a href="${addressOf(key, after.number)}">revision ${after.number}</a> followed`
    : null
}

function reply({ key, revisions }: PublicPolicy, number: number, asked: Asked): Html {
  if (asked.day === null) return html`<p>Revision ${number} was in force at ${time(asked.at)}.</p>\n`
  const earlier = earlierThatDay(revisions, asked).map(
    (each) =>
      html`<p>Earlier that day <a href="${addressOf(key, each.number)}">revision ${each.number}</a> was in force.</p>\n`,
  )
  return html`<p>Revision ${number} was in force at the end of <time datetime="${asked.day}">${asked.day}</time>. A date without a time stands for the end of that day in UTC, or for now while the day lasts.</p>
${earlier}`
}
