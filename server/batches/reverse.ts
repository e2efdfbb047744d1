import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { changeOf, type ReverseBatch } from '../../contract/batches.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { batches } from '../database/schema/batches.ts'
import { append } from '../events/append.ts'
import { addItems } from './addItems.ts'
import { lockBatch } from './lockBatch.ts'
import { refuseUnlessPossible } from './nextActs.ts'
import { changedBy, noneYet } from './tally.ts'

/**
 * Undoes a batch by another one, which brings back only what the first changed, in the version that it left; whatever
 * somebody touched since is skipped and listed.
 * @throws NOT_FOUND, VERSION_CONFLICT, INVALID_TRANSITION
 */
export async function reverse(tx: Tx, by: Staff, now: Date, id: string, { version, note }: ReverseBatch) {
  const situation = await lockBatch(tx, by, id, version)
  refuseUnlessPossible('reverse', situation)
  const { batch } = situation
  const action = 'reactivate'
  const items = changedBy(batch)
  const empty = noneYet(action)
  const reversal = v7()
  await tx.insert(batches).values({
    id: reversal,
    action,
    state: 'approved',
    scope: { filter: null, searched: false, ids: null, excluded: 0 },
    note,
    items,
    expected: { ...empty.counts, [changeOf[action]]: items },
    expectedNotEligible: empty.notEligible,
    ...empty,
    reverses: id,
    proposedBy: by.id,
    proposedAt: now,
    runBy: by.id,
    runRole: by.role,
    createdAt: now,
    updatedAt: now,
  })
  await addItems(
    tx,
    reversal,
    items,
    sql`SELECT purchase_id, version_after, ${changeOf[action]} FROM batch_items
      WHERE batch_id = ${id} AND outcome = ${changeOf[batch.action]}`,
  )
  await append(tx, {
    by,
    now,
    act: 'reverse',
    noun: 'batches',
    id: reversal,
    details: { action, items, reverses: id },
  })
}
