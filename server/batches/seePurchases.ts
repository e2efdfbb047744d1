import { asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../database/connect.ts'
import { customers } from '../database/schema/customers.ts'
import { purchases } from '../database/schema/purchases.ts'

const { id, customerId, activation, orderStatus, openMatter, placedAt, finalAt, version } = purchases
const { lastLoginAt, lastOrderAt, lastActivityAt } = customers
const columns = {
  id,
  customerId,
  activation,
  orderStatus,
  openMatter,
  placedAt,
  finalAt,
  version,
  lastLoginAt,
  lastOrderAt,
  lastActivityAt,
}

export type SeenPurchase =
  Awaited<ReturnType<typeof seePurchases>> extends Map<string, infer Seen> ? Seen : never

/**
 * Purchases with what the activity rule asks about their customers, by id. With `hold` each is held until the
 * transaction ends, always in the order of their ids, so that two batches never wait for each other in a circle.
 */
export async function seePurchases(tx: Tx, ids: readonly string[], { hold }: { hold: boolean }) {
  const query = tx
    .select(columns)
    .from(purchases)
    .innerJoin(customers, eq(customers.id, customerId))
    .where(sql`${id} = ANY(${sql.param(ids)}::uuid[])`)
    .orderBy(asc(id))
  const rows = await (hold ? query.for('update', { of: purchases }) : query)
  return new Map(rows.map((row) => [row.id, row]))
}
