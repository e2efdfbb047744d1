import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { ReactivatePurchase } from '../../contract/purchases.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { purchaseActivations, purchases } from '../database/schema/purchases.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import { lockPurchase } from './lockPurchase.ts'
import { notDeactivated } from './notDeactivated.ts'

/**
 * Brings a deactivated purchase back into the customer's view; the reasons of both acts stay in its history.
 * @throws NOT_FOUND; VERSION_CONFLICT; INVALID_TRANSITION if it is active
 */
export async function reactivate(
  tx: Tx,
  by: Staff,
  now: Date,
  id: string,
  { version, note }: ReactivatePurchase,
) {
  const purchase = await lockPurchase(tx, id, version)
  if (purchase.activation === 'active') {
    throw new Refused('INVALID_TRANSITION', { values: { why: 'This purchase is active already.' } })
  }
  await tx
    .update(purchases)
    .set({
      activation: 'active',
      ...notDeactivated,
      version: version + 1,
      updatedAt: now,
    })
    .where(eq(purchases.id, id))
  await tx
    .insert(purchaseActivations)
    .values({ id: v7(), purchaseId: id, activation: 'active', note, by: by.id, at: now })
  await append(tx, { by, now, act: 'reactivate', noun: 'purchases', id, customerId: purchase.customerId })
}
