import { eq, type SQL } from 'drizzle-orm'
import type { Item } from '../../contract/items.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { batchItems } from '../database/schema/batches.ts'
import { purchases } from '../database/schema/purchases.ts'

const { id, batchId, purchaseId, expected, outcome, code, at } = batchItems
const { reference, number, customerId } = purchases

/** What became of the purchases of batches, as lists show it. */
export async function readRows(db: Db, _by: Staff, picked: SQL, order: SQL[]): Promise<Item[]> {
  const rows = await db
    .select({ id, batchId, purchaseId, reference, number, customerId, expected, outcome, code, at })
    .from(batchItems)
    .leftJoin(purchases, eq(purchases.id, purchaseId))
    .where(picked)
    .orderBy(...order)
  return rows.map((row) => ({ ...row, at: row.at?.toISOString() ?? null }))
}

/** What became of one purchase in a batch, or null. */
export async function readItem(db: Db, by: Staff, _now: Date, item: string): Promise<Item | null> {
  const [found] = await readRows(db, by, eq(id, item), [])
  return found ?? null
}
