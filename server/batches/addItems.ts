import { type SQL, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Tx } from '../database/connect.ts'

/** Writes the items of a batch. `seen` gives purchase_id, seen_version and expected of each. */
export async function addItems(tx: Tx, batchId: string, items: number, seen: SQL): Promise<void> {
  const ids = Array.from({ length: items }, () => v7())
  await tx.execute(sql`
    INSERT INTO batch_items (id, batch_id, purchase_id, seen_version, expected)
    SELECT made.id, ${batchId}, seen.purchase_id, seen.seen_version, seen.expected
    FROM (SELECT *, row_number() OVER () AS place FROM (${seen}) AS one(purchase_id, seen_version, expected)) AS seen
    JOIN unnest(${sql.param(ids)}::uuid[]) WITH ORDINALITY AS made(id, place) USING (place)`)
}
