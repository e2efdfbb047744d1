import { eq } from 'drizzle-orm'
import type { Tx } from '../database/connect.ts'
import { purchases } from '../database/schema/purchases.ts'
import { Refused } from '../errors.ts'
import { refuseStale } from '../refuseStale.ts'

export type LockedPurchase = typeof purchases.$inferSelect

/**
 * The purchase, held until the transaction ends.
 * @throws NOT_FOUND; VERSION_CONFLICT if it moved since `version` was read
 */
export async function lockPurchase(tx: Tx, id: string, version: number): Promise<LockedPurchase> {
  const [purchase] = await tx.select().from(purchases).where(eq(purchases.id, id)).for('update')
  if (!purchase) throw new Refused('NOT_FOUND')
  await refuseStale(tx, 'purchases', id, version, purchase)
  return purchase
}
