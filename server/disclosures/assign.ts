import type { AssignDisclosure } from '../../contract/disclosureActs.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { append } from '../events/append.ts'
import { faultsForReview, refuseIncomplete } from './completeness.ts'
import { lockDisclosure } from './lockDisclosure.ts'
import { move } from './move.ts'
import { refuseUnlessPossible } from './nextActs.ts'
import { refuseAssignee } from './people.ts'

/**
 * Gives a request to somebody, who reviews it. Assigning makes nobody an editor.
 * @throws NOT_FOUND, VERSION_CONFLICT, INVALID_TRANSITION; INVALID without a subject or a category, or at `assignTo`
 */
export async function assign(
  tx: Tx,
  by: Staff,
  now: Date,
  id: string,
  { version, assignTo }: AssignDisclosure,
) {
  const situation = await lockDisclosure(tx, by, now, id, version)
  refuseUnlessPossible('assign', situation)
  const { disclosure, subjects } = situation
  refuseIncomplete(faultsForReview(disclosure, subjects))
  await refuseAssignee(tx, assignTo, disclosure)
  await move(tx, situation, { state: 'in_review', assignedTo: assignTo })
  await append(tx, { by, now, act: 'assign', noun: 'disclosures', id, details: { assignedTo: assignTo } })
}
