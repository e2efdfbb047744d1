import { type Asked, earlierThatDay } from './atInstant.ts'
import { type Html, html } from './html.ts'
import { addressOf, time } from './page.ts'
import type { PublicPolicy, PublicRevision } from './readPublic.ts'

/** Which address shows the text: the current one, a revision's own, or that of a point in time. */
export type Shown = { as: 'current' } | { as: 'revision'; now: Date } | { as: 'at'; asked: Asked }

/** Says which revision this is and from when to when it binds, and leads to the one in force. */
export function standing(policy: PublicPolicy, revision: PublicRevision, shown: Shown): Html {
  const { number, effectiveAt, supersededAt } = revision
  const since = html`in force since ${time(effectiveAt)}`
  if (shown.as === 'current') return html`<p><strong>Revision ${number}</strong>, ${since}.</p>`

  const asOf = shown.as === 'at' ? shown.asked.now : shown.now
  const isOver = supersededAt !== null && supersededAt <= asOf
  const lasted = isOver
    ? html`was in force from ${time(effectiveAt)} until ${time(supersededAt)}${successor(policy, number)}`
    : effectiveAt <= asOf
      ? html`has been ${since}`
      : html`takes effect at ${time(effectiveAt)}`
  return html`${shown.as === 'at' ? reply(policy, number, shown.asked) : null}<p><strong>Revision ${number}</strong> ${lasted}.</p>
<p><a href="/policy/${policy.key}">Read the text in force now</a></p>`
}

function successor({ key, revisions }: PublicPolicy, number: number): Html | null {
  const next = revisions.find((each) => each.number === number + 1)
  return next
    ? html`, when <a href="${addressOf(key, next.number)}">revision ${next.number}</a> followed`
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
