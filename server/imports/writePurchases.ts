import { sql } from 'drizzle-orm'
import type { Tx } from '../database/connect.ts'
import { customers } from '../database/schema/customers.ts'
import { purchaseItems, purchases } from '../database/schema/purchases.ts'
import type { MergedPurchase } from './mergePurchase.ts'
import { slices } from './slices.ts'
import { replacing } from './writeCustomers.ts'

/** Writes new and changed purchases with their items, and moves the buyers' last order forward. */
export async function writePurchases(tx: Tx, now: Date, merged: readonly MergedPurchase[]): Promise<void> {
  const stamps = { createdAt: now, updatedAt: now }
  const rows = merged.map(({ purchase: { items: _, reference, ...row } }) => ({
    ...row,
    ...stamps,
    ...(reference === null ? {} : { reference }),
  }))
  await tx
    .insert(purchases)
    .values(rows)
    .onConflictDoUpdate({
      target: purchases.id,
      set: replacing(purchases, [
        'number',
        'orderStatus',
        'openMatter',
        'placedAt',
        'finalAt',
        'currency',
        'net',
        'tax',
        'shipping',
        'gross',
        'paymentMethodLabel',
        'gatewayReference',
        'version',
        'updatedAt',
      ]),
    })
  for (const slice of slices(
    merged.flatMap(({ changedItems }) => changedItems),
    5000,
  )) {
    await tx
      .insert(purchaseItems)
      .values(slice)
      .onConflictDoUpdate({
        target: [purchaseItems.purchaseId, purchaseItems.position],
        set: replacing(purchaseItems, ['sku', 'title', 'quantity', 'unitPrice', 'tax', 'lineTotal']),
      })
  }
  await moveLastOrders(
    tx,
    merged.map(({ purchase }) => purchase),
  )
}

/** An activity fact of the system: it raises no version, so no form that is open meanwhile is refused over it. */
async function moveLastOrders(tx: Tx, placed: { customerId: string; placedAt: Date }[]) {
  const last = new Map<string, Date>()
  for (const { customerId, placedAt } of placed) {
    const before = last.get(customerId)
    if (!before || before < placedAt) last.set(customerId, placedAt)
  }
  const ids = sql.param([...last.keys()])
  const instants = sql.param([...last.values()].map((at) => at.toISOString()))
  await tx.execute(sql`
    UPDATE ${customers} SET last_order_at = placed.at
    FROM unnest(${ids}::uuid[], ${instants}::timestamptz[]) AS placed (customer_id, at)
    WHERE customers.id = placed.customer_id AND (customers.last_order_at IS NULL OR customers.last_order_at < placed.at)`)
}
