import type { DiscardDraft } from '../../contract/discardDraft.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { append } from '../events/append.ts'
import { lockDisclosure } from './lockDisclosure.ts'
import { move } from './move.ts'
import { refuseUnlessPossible } from './nextActs.ts'

/**
 * Puts a draft away with a reason; the row is kept.
 * @throws NOT_FOUND, VERSION_CONFLICT, INVALID_TRANSITION; NOT_YOURS to anybody but its creator and managers
 */
export async function discard(tx: Tx, by: Staff, now: Date, id: string, input: DiscardDraft) {
  const situation = await lockDisclosure(tx, by, now, id, input.version)
  refuseUnlessPossible('discard', situation)
  await move(tx, situation, { state: 'discarded', discardReason: input.reason })
  await append(tx, { by, now, act: 'discard', noun: 'disclosures', id })
}
