import type { ApproveDisclosure } from '../../contract/disclosureActs.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { append } from '../events/append.ts'
import { lockDisclosure } from './lockDisclosure.ts'
import { move } from './move.ts'
import { refuseUnlessPossible } from './nextActs.ts'
import { recordDecision } from './recordDecision.ts'
import { refuseOtherScope } from './refuseOtherScope.ts'
import type { SubjectRecord } from './situation.ts'

/**
 * A second person approves exactly what they read: data about somebody, or the answer that there is none.
 * @throws NOT_FOUND, VERSION_CONFLICT, SECOND_PERSON_REQUIRED, SCOPE_CHANGED
 * @throws INVALID_TRANSITION in another state, and where everybody is excluded (that is a refusal)
 * @throws REQUESTER_NOT_VERIFIED if the requester's verification failed meanwhile
 */
export async function approve(tx: Tx, by: Staff, now: Date, id: string, input: ApproveDisclosure) {
  const situation = await lockDisclosure(tx, by, now, id, input.version)
  refuseUnlessPossible('approve', situation)
  refuseOtherScope(situation, input.scopeHash)
  const outcome = outcomeOf(situation.subjects)
  const state = outcome === 'no_data' ? 'no_data' : 'approved'
  await move(tx, situation, { state, outcome, decidedBy: by.id, decidedAt: now })
  await recordDecision(tx, situation, { type: 'approval', text: input.text ?? null, result: outcome })
  await append(tx, { by, now, act: 'approve', noun: 'disclosures', id, reason: outcome })
}

function outcomeOf(subjects: readonly SubjectRecord[]) {
  if (subjects.every(({ decision }) => decision === 'no_data')) return 'no_data'
  return subjects.every(({ decision }) => decision === 'produce') ? 'full' : 'partial'
}
