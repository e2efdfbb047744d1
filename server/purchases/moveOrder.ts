import { eq } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { purchaseOrderStates, purchases } from '../database/schema/purchases.ts'
import { append } from '../events/append.ts'
import type { LockedPurchase } from './lockPurchase.ts'
import type { OrderAct } from './orderActs.ts'

type Columns = PgUpdateSetSource<typeof purchases>

/** Writes what staff did to an order: the state, the words in its history, the event. */
export async function moveOrder(
  tx: Tx,
  by: Staff,
  now: Date,
  purchase: LockedPurchase,
  move: {
    act: OrderAct
    orderStatus: 'pending' | 'blocked_missing_info' | 'cancelled'
    reason?: string
    note?: string | undefined
    also?: Columns
  },
) {
  const { act, orderStatus, reason, note = null, also } = move
  const { id, customerId } = purchase
  await tx
    .update(purchases)
    .set({ blockReason: null, ...also, orderStatus, version: purchase.version + 1, updatedAt: now })
    .where(eq(purchases.id, id))
  await tx
    .insert(purchaseOrderStates)
    .values({ id: v7(), purchaseId: id, orderStatus, reason: reason ?? null, note, by: by.id, at: now })
  const why = reason === undefined ? {} : { reason }
  await append(tx, { by, now, act, noun: 'purchases', id, customerId, fields: ['orderStatus'], ...why })
}
