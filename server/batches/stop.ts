import { eq } from 'drizzle-orm'
import type { MoveBatch } from '../../contract/batches.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { batches } from '../database/schema/batches.ts'
import { append } from '../events/append.ts'
import { lockBatch } from './lockBatch.ts'
import { refuseUnlessPossible } from './nextActs.ts'

/**
 * Ends a batch where it stands; what it changed stays changed and can be reversed, the rest is left as it was.
 * @throws NOT_FOUND, VERSION_CONFLICT; NOT_YOURS to others than its proposer and managers; INVALID_TRANSITION once over
 */
export async function stop(tx: Tx, by: Staff, now: Date, id: string, { version }: MoveBatch) {
  const situation = await lockBatch(tx, by, id, version)
  refuseUnlessPossible('stop', situation)
  const { processed, items } = situation.batch
  await tx
    .update(batches)
    .set({ state: 'stopped', stoppedBy: by.id, endedAt: now, version: version + 1, updatedAt: now })
    .where(eq(batches.id, id))
  await append(tx, { by, now, act: 'stop', noun: 'batches', id, details: { processed, items } })
}
