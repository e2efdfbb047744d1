import { eq } from 'drizzle-orm'
import type { MoveBatch } from '../../contract/batches.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { batches } from '../database/schema/batches.ts'
import { append } from '../events/append.ts'
import { lockBatch } from './lockBatch.ts'
import { refuseUnlessPossible } from './nextActs.ts'

/**
 * A manager sets going what customer service proposed, exactly as it was looked at, and answers for it from then on.
 * @throws NOT_FOUND, VERSION_CONFLICT, INVALID_TRANSITION; OWN_PROPOSAL where two persons would be one
 */
export async function approve(tx: Tx, by: Staff, now: Date, id: string, { version }: MoveBatch) {
  const situation = await lockBatch(tx, by, id, version)
  refuseUnlessPossible('approve', situation)
  const { action, items, reason } = situation.batch
  await tx
    .update(batches)
    .set({
      state: 'approved',
      approvedBy: by.id,
      approvedAt: now,
      runBy: by.id,
      runRole: by.role,
      version: version + 1,
      updatedAt: now,
    })
    .where(eq(batches.id, id))
  await append(tx, {
    by,
    now,
    act: 'approve',
    noun: 'batches',
    id,
    ...(reason ? { reason } : {}),
    details: { action, items },
  })
}
