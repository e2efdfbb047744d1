import { type DisclosureState, undecidedStates } from '../../contract/disclosureChoices.ts'
import { Refused } from '../errors.ts'

/** The state machine: from which states each act may be done. */
const allowedIn = {
  edit: ['draft', 'logged', 'in_review'],
  log: ['draft'],
  discard: ['draft'],
  assign: ['logged', 'in_review'],
  verify: undecidedStates,
  propose: ['in_review'],
  return: ['awaiting_approval'],
  approve: ['awaiting_approval'],
  refuse: ['awaiting_approval'],
} as const satisfies Record<string, readonly DisclosureState[]>

export type Verb = keyof typeof allowedIn
export const verbs: readonly Verb[] = [
  'edit',
  'log',
  'discard',
  'assign',
  'verify',
  'propose',
  'return',
  'approve',
  'refuse',
]

const subjectOf: Record<DisclosureState, string> = {
  draft: 'A draft',
  discarded: 'A discarded draft',
  logged: 'A logged request',
  in_review: 'A request in review',
  awaiting_approval: 'A request that awaits approval',
  approved: 'An approved request',
  refused: 'A refused request',
  no_data: 'A request answered with "no data"',
}

const done: Record<Verb, string> = {
  edit: 'edited',
  log: 'logged',
  discard: 'discarded',
  assign: 'assigned',
  verify: 'verified',
  propose: 'sent for approval',
  return: 'returned to review',
  approve: 'approved',
  refuse: 'refused',
}

/** INVALID_TRANSITION with a sentence that says what can be done instead, or null where the state allows the act. */
export function stateRefusal(verb: Verb, state: DisclosureState): Refused | null {
  if (isAllowed(verb, state)) return null
  const next = verbs.filter((each) => isAllowed(each, state)).map((each) => done[each])
  const instead = next.length > 0 ? `It can be ${listed(next)}.` : 'Nothing more is done to it here.'
  return new Refused('INVALID_TRANSITION', {
    values: { why: `${subjectOf[state]} cannot be ${done[verb]}. ${instead}` },
  })
}

function isAllowed(verb: Verb, state: DisclosureState): boolean {
  const states: readonly DisclosureState[] = allowedIn[verb]
  return states.includes(state)
}

function listed(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
