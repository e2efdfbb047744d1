import { and, eq, gt, sql } from 'drizzle-orm'
import { batchLimits, type CreateBatch } from '../../contract/batches.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { batches, dryRuns } from '../database/schema/batches.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import { addItems } from './addItems.ts'
import { refuseShortNote } from './refuseShortNote.ts'
import { scopeHash } from './scope.ts'
import { dryRunKept } from './sweepDryRuns.ts'
import { noneYet } from './tally.ts'

const { action, reason, note, scope, items, counts, notEligible, scopeSha256 } = dryRuns
const looked = { action, reason, note, scope, items, counts, notEligible, scopeSha256 }

/**
 * Makes a batch of exactly the purchases that a dry run saw. It is set going at once, or, where customer service takes
 * on more than a hundred, proposed to a manager.
 * @throws DRY_RUN_GONE, DRY_RUN_USED, DRY_RUN_DIFFERS; INVALID without the note that the reason needs
 */
export async function start(
  tx: Tx,
  by: Staff,
  now: Date,
  id: string,
  dryRunId: string,
  input: CreateBatch,
): Promise<void> {
  const seen = await readSeen(tx, by, now, dryRunId)
  refuseAnother(seen, input)
  const note = (input.note ?? seen.note) || null
  refuseShortNote(seen.action, seen.reason, note)
  const isProposal = needsApproval(by, seen.items)
  await makeBatch(tx, by, now, id, { ...seen, note, dryRunId, isProposal })

  const { action, reason, items } = seen
  await addItems(
    tx,
    id,
    items,
    sql`SELECT * FROM unnest(
      (SELECT purchase_ids FROM dry_runs WHERE id = ${dryRunId}),
      (SELECT versions FROM dry_runs WHERE id = ${dryRunId}),
      (SELECT outcomes FROM dry_runs WHERE id = ${dryRunId}))`,
  )
  await append(tx, {
    by,
    now,
    act: isProposal ? 'propose' : 'run',
    noun: 'batches',
    id,
    ...(reason ? { reason } : {}),
    details: { action, items },
  })
}

type Seen = Awaited<ReturnType<typeof readSeen>>

async function readSeen(tx: Tx, by: Staff, now: Date, dryRunId: string) {
  const forgotten = new Date(now.getTime() - dryRunKept)
  const [seen] = await tx
    .select(looked)
    .from(dryRuns)
    .where(and(eq(dryRuns.id, dryRunId), eq(dryRuns.by, by.id), gt(dryRuns.at, forgotten)))
  if (!seen) throw new Refused('DRY_RUN_GONE')
  return seen
}

/** What is run is what was looked at: the same act, for the same reason, on the same purchases if they are named again. */
function refuseAnother(seen: Seen, input: CreateBatch) {
  const refuse = (what: string) => {
    throw new Refused('DRY_RUN_DIFFERS', { values: { what } })
  }
  if (seen.action !== input.action) refuse('act')
  if (seen.reason !== (input.reason ?? null)) refuse('reason')
  if ((input.ids || input.filter) && !scopeHash(input).equals(seen.scopeSha256))
    refuse('selection of purchases')
}

/** The index on `dry_run_id` lets a dry run become one batch and no second. */
async function makeBatch(
  tx: Tx,
  by: Staff,
  now: Date,
  id: string,
  made: Seen & { dryRunId: string; isProposal: boolean },
) {
  const { action, reason, note, scope, items, counts, notEligible, dryRunId, isProposal } = made
  const rows = await tx
    .insert(batches)
    .values({
      id,
      action,
      state: isProposal ? 'proposed' : 'approved',
      scope,
      reason,
      note,
      items,
      expected: counts,
      expectedNotEligible: notEligible,
      ...noneYet(action),
      dryRunId,
      proposedBy: by.id,
      proposedAt: now,
      ...(isProposal ? {} : { runBy: by.id, runRole: by.role }),
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing({ target: batches.dryRunId })
    .returning({ id: batches.id })
  if (rows.length > 0) return
  const [first] = await tx.select({ id: batches.id }).from(batches).where(eq(batches.dryRunId, dryRunId))
  throw new Refused('DRY_RUN_USED', { details: { batchId: first?.id ?? null } })
}

/** Customer service takes on up to a hundred purchases alone, whether they would change or not; what is more takes a manager. */
export function needsApproval(by: Staff, items: number): boolean {
  return by.role !== 'manager' && items > batchLimits.alone
}
