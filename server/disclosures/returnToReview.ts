import type { ReturnDisclosure } from '../../contract/disclosureActs.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { append } from '../events/append.ts'
import { lockDisclosure } from './lockDisclosure.ts'
import { move } from './move.ts'
import { refuseUnlessPossible } from './nextActs.ts'
import { recordDecision } from './recordDecision.ts'

/**
 * Sends a proposal back with what has to change; the decisions on subjects stay. It decides nothing, so anybody may,
 * also who proposed it.
 * @throws NOT_FOUND, VERSION_CONFLICT, INVALID_TRANSITION
 */
export async function returnToReview(
  tx: Tx,
  by: Staff,
  now: Date,
  id: string,
  { version, text }: ReturnDisclosure,
) {
  const situation = await lockDisclosure(tx, by, now, id, version)
  refuseUnlessPossible('return', situation)
  await move(tx, situation, { state: 'in_review', proposedBy: null, proposedAt: null, scopeHash: null })
  await recordDecision(tx, situation, { type: 'return', text })
  await append(tx, { by, now, act: 'return', noun: 'disclosures', id })
}
