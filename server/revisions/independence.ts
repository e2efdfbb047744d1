import type { DraftAct } from '../../contract/revisions.ts'
import { Refused } from '../errors.ts'
import { sayRecentDate } from '../sayDates.ts'
import type { Situation } from './situation.ts'

/**
 * Two persons means two: nobody approves a draft that they wrote in or sent for review, and nobody publishes one that
 * they wrote in. No role is exempt.
 * @returns SECOND_PERSON_REQUIRED, or null for somebody independent
 */
export function secondPersonRefusal(act: DraftAct, situation: Situation): Refused | null {
  if (act !== 'approve' && act !== 'publish') return null
  const { editors, submitted, by, now } = situation
  const written = editors.find(({ id }) => id === by.id)
  const sent = act === 'approve' && submitted?.id === by.id ? submitted : null
  const own = written ?? sent
  if (!own) return null
  const deed = written ? 'You wrote in this draft' : 'You sent this draft for review'
  const others = editors
    .filter(({ id }) => id !== by.id)
    .map(({ name, at }) => `${name} on ${sayRecentDate(at, now)}`)
  const too = others.length > 0 ? ` So did ${others.join(', ')}.` : ''
  const why = `${deed} on ${sayRecentDate(own.at, now)}.${written ? too : ''} Another manager must ${act} it.`
  return new Refused('SECOND_PERSON_REQUIRED', { values: { why } })
}
