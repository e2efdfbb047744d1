import { may } from '../../contract/permissions.ts'
import { Refused } from '../errors.ts'
import { isAnswered, refusalsToAnswer } from './answerable.ts'
import { secondPersonRefusal } from './independence.ts'
import { scopeHash } from './scopeHash.ts'
import type { Situation } from './situation.ts'
import { stateRefusal, type Verb, verbs } from './states.ts'

/**
 * Why `by` cannot do this now, or null: the one place of these rules, which the acts throw and the page shows.
 * What the body of an act may still bring along (decisions, a justification) is judged by the act itself.
 */
function refusalOf(verb: Verb, situation: Situation): Refused | null {
  return stateRefusal(verb, situation.disclosure.state) ?? rules[verb]?.(situation) ?? null
}

/** @throws the refusal of `refusalOf` */
export function refuseUnlessPossible(verb: Verb, situation: Situation) {
  const refused = refusalOf(verb, situation)
  if (refused) throw refused
}

/** For each verb of the reader's role: null when it may be done now, else the sentence that says why not. */
export function nextActs(situation: Situation): Record<string, string | null> {
  const own = verbs.filter((verb) => may(situation.by.role, 'disclosures', verb))
  return Object.fromEntries(own.map((verb) => [verb, refusalOf(verb, situation)?.message ?? null]))
}

const rules: Partial<Record<Verb, (situation: Situation) => Refused | null>> = {
  discard: ({ disclosure, by }) =>
    disclosure.createdBy === by.id || by.role === 'manager'
      ? null
      : new Refused('NOT_YOURS', { values: { who: 'whoever began this draft, or a manager,' } }),
  approve: (situation) =>
    secondPersonRefusal(situation) ?? scopeRefusal(situation) ?? approvalRefusal(situation),
  refuse: (situation) =>
    secondPersonRefusal(situation) ?? scopeRefusal(situation) ?? refusingRefusal(situation),
}

/** What was sent for approval is what is decided. */
function scopeRefusal({ disclosure, subjects }: Situation): Refused | null {
  return disclosure.scopeHash === scopeHash(disclosure, subjects) ? null : new Refused('SCOPE_CHANGED')
}

function approvalRefusal({ disclosure, subjects }: Situation): Refused | null {
  const hasExcluded = subjects.some(({ decision }) => decision === 'exclude')
  if (hasExcluded && !subjects.some(isAnswered)) {
    return new Refused('INVALID_TRANSITION', {
      values: { why: 'Nobody is to be answered about and somebody is excluded. Refuse the request instead.' },
    })
  }
  return refusalsToAnswer(disclosure, subjects)[0] ?? null
}

function refusingRefusal({ subjects }: Situation): Refused | null {
  const why = subjects.some(isAnswered)
    ? 'The proposal answers about somebody. Approve it, or return it to review.'
    : subjects.some(({ decision }) => decision === 'exclude')
      ? null
      : 'There is no data about anybody, so there is nothing to refuse. Approve that answer instead.'
  return why === null ? null : new Refused('INVALID_TRANSITION', { values: { why } })
}
