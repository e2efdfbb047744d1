import { eq, inArray, type SQL } from 'drizzle-orm'
import type { Batch, BatchRow, DryRun } from '../../contract/batches.ts'
import type { By } from '../../contract/records.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { batches, dryRuns } from '../database/schema/batches.ts'
import { staff } from '../database/schema/staff.ts'
import { reversalOf } from './lockBatch.ts'
import { type BatchRecord, nextActs } from './nextActs.ts'
import { needsApproval } from './start.ts'
import { changedBy } from './tally.ts'

/** Batches as lists show them, with the names of who proposed and approved them. */
export async function readRows(db: Db, _by: Staff, picked: SQL, order: SQL[]): Promise<BatchRow[]> {
  const rows = await db
    .select()
    .from(batches)
    .where(picked)
    .orderBy(...order)
  const nameOf = await namesIn(db, rows)
  return rows.map((row) => asRow(row, nameOf))
}

/** A batch, or the dry run that its own maker looked at. */
export async function readBatch(db: Db, by: Staff, _now: Date, id: string): Promise<Batch | DryRun | null> {
  const [batch] = await db.select().from(batches).where(eq(batches.id, id))
  return batch ? asBatch(db, by, batch) : readDryRun(db, by, id)
}

async function asBatch(db: Db, by: Staff, batch: BatchRecord): Promise<Batch> {
  const { id, scope, note, notEligible, expected, expectedNotEligible, stoppedBy } = batch
  const [nameOf, reversals] = await Promise.all([
    namesIn(db, [batch]),
    db.select({ id: batches.id }).from(batches).where(reversalOf(id)),
  ])
  const reversedBy = reversals[0]?.id ?? null
  return {
    ...asRow(batch, nameOf),
    scope,
    note,
    notEligible,
    expected: { counts: expected, notEligible: expectedNotEligible },
    stoppedBy: nameOf(stoppedBy),
    reversedBy,
    nextActs: nextActs({ batch, reversedBy, by }),
  }
}

async function readDryRun(db: Db, by: Staff, id: string): Promise<DryRun | null> {
  const { action, items, counts, notEligible } = dryRuns
  const [looked] = await db
    .select({ action, items, counts, notEligible, by: dryRuns.by })
    .from(dryRuns)
    .where(eq(dryRuns.id, id))
  if (!looked || looked.by !== by.id) return null
  const { by: _by, ...dryRun } = looked
  return { id, dryRunId: id, ...dryRun, needsApproval: needsApproval(by, looked.items) }
}

type NameOf = (id: string | null) => By | null

function asRow(batch: BatchRecord, nameOf: NameOf): BatchRow {
  const { id, action, state, reason, items, processed, counts, reverses, version } = batch
  const proposedBy = nameOf(batch.proposedBy)
  if (!proposedBy) throw new RangeError('a batch has a maker')
  return {
    id,
    action,
    state,
    reason,
    items,
    expectedChanges: changedBy({ action, counts: batch.expected }),
    processed,
    counts,
    proposedBy,
    proposedAt: batch.proposedAt.toISOString(),
    approvedBy: nameOf(batch.approvedBy),
    approvedAt: batch.approvedAt?.toISOString() ?? null,
    startedAt: batch.startedAt?.toISOString() ?? null,
    endedAt: batch.endedAt?.toISOString() ?? null,
    reverses,
    version,
    createdAt: batch.createdAt.toISOString(),
    updatedAt: batch.updatedAt.toISOString(),
  }
}

async function namesIn(db: Db, rows: readonly BatchRecord[]): Promise<NameOf> {
  const ids = rows.flatMap(({ proposedBy, approvedBy, stoppedBy }) =>
    [proposedBy, approvedBy, stoppedBy].filter((id) => id !== null),
  )
  const people =
    ids.length > 0
      ? await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, ids))
      : []
  const names = new Map(people.map((person) => [person.id, person]))
  return (id) => (id ? (names.get(id) ?? null) : null)
}
