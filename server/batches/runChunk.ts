import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { changeOf } from '../../contract/batches.ts'
import { batchRequest } from '../../contract/batchRequests.ts'
import type { Actor } from '../caller.ts'
import type { Db, Tx } from '../database/connect.ts'
import { batches, batchItems } from '../database/schema/batches.ts'
import { staff } from '../database/schema/staff.ts'
import { appendAll } from '../events/append.ts'
import { inTransaction } from '../once.ts'
import { readSetting } from '../shopSettings/readSetting.ts'
import type { BatchRecord } from './nextActs.ts'
import { outcomeOf, type Result } from './outcomeOf.ts'
import { seePurchases } from './seePurchases.ts'
import { addTo } from './tally.ts'
import { writeChanges } from './writeChanges.ts'

/** Items of one transaction: few enough that nobody waits long for a purchase or a chain of the audit record. */
const chunkSize = 500

/**
 * Works on the next items of a batch: rows, histories, outcomes, counts and events in one transaction, so that a
 * server that is killed neither loses nor repeats one. The lock on the batch's row is the lease: it ends with its
 * connection, and another server passes it by. Its transaction may fail as a whole; nothing happened then.
 * @returns false if the batch is over, or somebody else holds it just now
 * @throws AUDIT_UNAVAILABLE if the events cannot be written
 */
export async function runChunk(db: Db, now: Date, batchId: string, size = chunkSize): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const [batch] = await tx
      .select()
      .from(batches)
      .where(and(eq(batches.id, batchId), inArray(batches.state, ['approved', 'running'])))
      .for('update', { skipLocked: true })
    if (batch) await workOn(tx, now, batch, size)
    return batch !== undefined
  })
}

/** The batch whose turn it is: the one that has waited longest, none of those to be left out. */
export async function nextBatch(db: Db, leftOut: readonly string[]): Promise<string | null> {
  const due = inArray(batches.state, ['approved', 'running'])
  const [next] = await db
    .select({ id: batches.id })
    .from(batches)
    .where(leftOut.length > 0 ? and(due, notInArray(batches.id, [...leftOut])) : due)
    .orderBy(sql`${batches.progressedAt} NULLS FIRST`, asc(batches.id))
    .limit(1)
  return next?.id ?? null
}

type Done = Result & {
  itemId: string
  purchaseId: string
  customerId: string | null
  versionAfter: number | null
}

async function workOn(tx: Tx, now: Date, batch: BatchRecord, size: number): Promise<void> {
  const by = await runnerOf(tx, batch)
  const results = await decide(tx, now, batch, size)
  const changed = results.filter(({ outcome }) => outcome === changeOf[batch.action])
  await writeChanges(
    tx,
    by.id,
    now,
    batch,
    changed.map(({ purchaseId, facts }) => ({ id: purchaseId, facts })),
  )
  await writeOutcomes(tx, now, results)

  const processed = batch.processed + results.length
  const isDone = processed >= batch.items
  await tx
    .update(batches)
    .set({
      ...addTo(batch, results),
      processed,
      state: isDone ? 'done' : 'running',
      startedAt: batch.startedAt ?? now,
      endedAt: isDone ? now : null,
      chunks: batch.chunks + 1,
      progressedAt: now,
    })
    .where(eq(batches.id, batch.id))
  const { action, reason } = batch
  await appendAll(
    tx,
    changed.map(({ purchaseId, customerId }) => ({
      by,
      now,
      act: action,
      noun: 'purchases',
      id: purchaseId,
      customerId,
      ...(reason ? { reason } : {}),
      details: { batch: batch.id },
    })),
  )
}

/** Who set it going, in the role they had then. Each chunk counts as a request, so that chunks spread over the chains. */
async function runnerOf(
  tx: Tx,
  { id, runBy, runRole, chunks }: BatchRecord,
): Promise<Actor & { id: string }> {
  if (!runBy || !runRole) throw new RangeError('a batch that runs was set going by somebody')
  const [person] = await tx.select({ name: staff.name }).from(staff).where(eq(staff.id, runBy))
  const requestId = batchRequest(id, chunks + 1)
  return { kind: 'staff', id: runBy, name: person?.name ?? '', role: runRole, session: null, requestId }
}

async function decide(tx: Tx, now: Date, batch: BatchRecord, size: number): Promise<Done[]> {
  const { id, purchaseId, seenVersion } = batchItems
  const items = await tx
    .select({ id, purchaseId, seenVersion })
    .from(batchItems)
    .where(and(eq(batchItems.batchId, batch.id), eq(batchItems.outcome, 'waiting')))
    .orderBy(asc(purchaseId))
    .limit(size)
  const ids = items.map((item) => item.purchaseId)
  const seen = await seePurchases(tx, ids, { hold: true })
  const { inactiveDays } = await readSetting(tx, 'deactivation')
  const { action, reason } = batch
  const task = { action, reason, now, requiredInactiveDays: inactiveDays }
  return items.map((item) => {
    const purchase = seen.get(item.purchaseId)
    const result = outcomeOf(task, purchase, item.seenVersion)
    const isChange = purchase && result.outcome === changeOf[action]
    return {
      ...result,
      itemId: item.id,
      purchaseId: item.purchaseId,
      customerId: purchase?.customerId ?? null,
      versionAfter: isChange ? purchase.version + 1 : null,
    }
  })
}

async function writeOutcomes(tx: Tx, now: Date, results: readonly Done[]): Promise<void> {
  if (results.length === 0) return
  const all = <Value>(of: (done: Done) => Value) => sql.param(results.map(of))
  await tx.execute(sql`
    UPDATE batch_items SET outcome = done.outcome, code = done.code, version_after = done.version_after, at = ${now.toISOString()}
    FROM unnest(${all(({ itemId }) => itemId)}::uuid[], ${all(({ outcome }) => outcome)}::text[],
      ${all(({ code }) => code)}::text[], ${all(({ versionAfter }) => versionAfter)}::int[])
      AS done(id, outcome, code, version_after) WHERE batch_items.id = done.id`)
}
