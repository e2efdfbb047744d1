import type { BlockPurchase } from '../../contract/purchases.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { lockPurchase } from './lockPurchase.ts'
import { moveOrder } from './moveOrder.ts'
import { refuseTransition } from './orderActs.ts'

/**
 * Holds a pending order back for a reason of ours; it goes on when staff say so, and not by itself.
 * @throws NOT_FOUND, VERSION_CONFLICT; INVALID_TRANSITION unless it is pending
 */
export async function block(tx: Tx, by: Staff, now: Date, id: string, input: BlockPurchase) {
  const { version, reason, note } = input
  const purchase = await lockPurchase(tx, id, version)
  refuseTransition('block', purchase)
  await moveOrder(tx, by, now, purchase, {
    act: 'block',
    orderStatus: 'blocked_missing_info',
    reason,
    note,
    also: { blockReason: reason },
  })
}
