import { type DraftAct, draftActs } from '../../contract/revisions.ts'
import { Refused } from '../errors.ts'
import { secondPersonRefusal } from './independence.ts'
import type { Situation } from './situation.ts'

/** What each state says no to, and what is to be done instead. Absent: it may be done. */
const sentences: Record<string, Partial<Record<DraftAct, string>>> = {
  draft: {
    return: 'This draft is not in review.',
    approve: 'This draft was not sent for review.',
  },
  in_review: {
    edit: 'This draft is in review. Return it to go on writing.',
    submit: 'This draft is in review already.',
    discard: 'This draft is in review. Return it before it is discarded.',
  },
  ready: {
    edit: 'This draft is approved as it is. Return it to go on writing.',
    submit: 'This draft is approved already.',
    approve: 'This draft is approved already.',
    discard: 'This draft is approved. Return it before it is discarded.',
  },
  discarded: Object.fromEntries(
    draftActs.map((act) => [act, 'This draft was discarded. Start a new one.'] as const),
  ),
}

/**
 * Why an act on a draft cannot be done now by whoever asks, or null if it can.
 * @returns INVALID_TRANSITION in another state; SECOND_PERSON_REQUIRED for somebody who had a hand in it
 */
export function refusalOf(act: DraftAct, situation: Situation): Refused | null {
  const { state, twoPersons } = situation
  const why = sentences[state]?.[act] ?? (twoPersons ? unreviewed(act, state) : reviewless(act))
  if (why) return new Refused('INVALID_TRANSITION', { values: { why } })
  return twoPersons ? secondPersonRefusal(act, situation) : null
}

/** @throws what `refusalOf` returns */
export function refuseUnlessPossible(act: DraftAct, situation: Situation) {
  const refused = refusalOf(act, situation)
  if (refused) throw refused
}

function unreviewed(act: DraftAct, state: string): string | null {
  if (act !== 'publish') return null
  if (state === 'draft') return 'Publishing takes two persons here. Send the draft for review first.'
  return state === 'in_review' ? 'This draft waits for another manager, who approves it first.' : null
}

function reviewless(act: DraftAct): string | null {
  if (act === 'submit') return 'There is no review here. A manager publishes the draft as it is.'
  return act === 'approve'
    ? 'There is no review here any more. A manager publishes the draft as it is.'
    : null
}
