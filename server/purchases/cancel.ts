import type { CancelPurchase } from '../../contract/purchases.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { lockPurchase } from './lockPurchase.ts'
import { moveOrder } from './moveOrder.ts'
import { refuseTransition } from './orderActs.ts'

/**
 * Cancels an order that has not left yet. It stays on record and cannot be started again; the shop's own system is told
 * by staff, since nothing is sent from here.
 * @throws NOT_FOUND, VERSION_CONFLICT; INVALID_TRANSITION once it is shipped or finished
 */
export async function cancel(tx: Tx, by: Staff, now: Date, id: string, input: CancelPurchase) {
  const { version, reason, note } = input
  const purchase = await lockPurchase(tx, id, version)
  refuseTransition('cancel', purchase)
  const also = { finalAt: now }
  await moveOrder(tx, by, now, purchase, { act: 'cancel', orderStatus: 'cancelled', reason, note, also })
}
