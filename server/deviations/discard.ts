import { eq } from 'drizzle-orm'
import type { DiscardDraft } from '../../contract/discardDraft.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { deviations } from '../database/schema/deviations.ts'
import { append } from '../events/append.ts'
import { refuseStale } from '../refuseStale.ts'
import { lockDraft } from './lockDeviation.ts'

/**
 * Gives a draft up with a reason; it stays as a record and cannot be taken up again.
 * @throws NOT_FOUND; DEVIATION_IMMUTABLE; INVALID_TRANSITION; VERSION_CONFLICT
 */
export async function discardDeviation(
  tx: Tx,
  by: Staff,
  now: Date,
  id: string,
  { version, reason }: DiscardDraft,
) {
  const draft = await lockDraft(tx, id)
  await refuseStale(tx, 'deviations', id, version, draft)
  await tx
    .update(deviations)
    .set({ state: 'discarded', discardReason: reason, version: version + 1, updatedAt: now })
    .where(eq(deviations.id, id))
  await append(tx, { by, now, act: 'discard', noun: 'deviations', id })
}
