import { eq } from 'drizzle-orm'
import type { UnblockPurchase } from '../../contract/purchases.ts'
import type { Staff } from '../caller.ts'
import { missingForOrder } from '../customers/missingInfo.ts'
import type { Tx } from '../database/connect.ts'
import { customers } from '../database/schema/customers.ts'
import { purchases } from '../database/schema/purchases.ts'
import { readSetting } from '../shopSettings/readSetting.ts'
import { lockPurchase } from './lockPurchase.ts'
import { moveOrder } from './moveOrder.ts'
import { addressesFor, selectOpen } from './openOrders.ts'
import { notProcessable, refuseTransition } from './orderActs.ts'

/**
 * Lets a blocked order go on, once nothing is missing any more; without required information nobody can
 * ("may mean that we cannot process your order").
 * @throws NOT_FOUND, VERSION_CONFLICT; INVALID_TRANSITION unless it is blocked
 * @throws ORDER_NOT_PROCESSABLE with what is missing
 */
export async function unblock(tx: Tx, by: Staff, now: Date, id: string, input: UnblockPurchase) {
  const { version, note } = input
  await holdCustomer(tx, id)
  const purchase = await lockPurchase(tx, id, version)
  refuseTransition('unblock', purchase)
  const matrix = await readSetting(tx, 'requirements')
  const [order] = await selectOpen(tx, eq(purchases.id, id))
  const missing = order ? missingForOrder(matrix, order) : []
  if (missing.length > 0) throw notProcessable(missing)
  const also = addressesFor(matrix)
  await moveOrder(tx, by, now, purchase, { act: 'unblock', orderStatus: 'pending', note, also })
}

/** Nobody takes the information away while it is looked at. The customer before the purchase, as everywhere. */
async function holdCustomer(tx: Tx, purchaseId: string) {
  await tx
    .select({ id: customers.id })
    .from(customers)
    .innerJoin(purchases, eq(purchases.customerId, customers.id))
    .where(eq(purchases.id, purchaseId))
    .for('share', { of: customers })
}
