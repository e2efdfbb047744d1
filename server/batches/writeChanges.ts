import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { ActivityFacts } from '../../contract/purchases.ts'
import type { Tx } from '../database/connect.ts'
import type { BatchRecord } from './nextActs.ts'

type Change = { id: string; facts: ActivityFacts | null }

/** Writes what the act on one purchase writes, for hundreds, in two statements: their rows and their histories. */
export async function writeChanges(
  tx: Tx,
  by: string,
  now: Date,
  { action, reason, note }: BatchRecord,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return
  const at = now.toISOString()
  const activation = action === 'deactivate' ? 'deactivated' : 'active'
  const ids = sql.param(changes.map(({ id }) => id))
  const facts = sql.param(changes.map((change) => change.facts && JSON.stringify(change.facts)))
  const deactivated =
    action === 'deactivate'
      ? { at: sql`${at}::timestamptz`, by: sql`${by}::uuid`, reason, note }
      : { at: sql`NULL`, by: sql`NULL`, reason: null, note: null }
  await tx.execute(sql`
    UPDATE purchases SET activation = ${activation}, deactivated_at = ${deactivated.at}, deactivated_by = ${deactivated.by},
      deactivation_reason = ${deactivated.reason}, deactivation_note = ${deactivated.note}, activity_facts = change.facts::jsonb,
      version = purchases.version + 1, updated_at = ${at}
    FROM unnest(${ids}::uuid[], ${facts}::text[]) AS change(id, facts) WHERE purchases.id = change.id`)
  await tx.execute(sql`
    INSERT INTO purchase_activations (id, purchase_id, activation, reason, note, activity_facts, by, at)
    SELECT made, purchase_id, ${activation}, ${reason}, ${note}, facts::jsonb, ${by}::uuid, ${at}::timestamptz
    FROM unnest(${sql.param(changes.map(() => v7()))}::uuid[], ${ids}::uuid[], ${facts}::text[]) AS change(made, purchase_id, facts)`)
}
