import type { Purchase } from '../../contract/purchases.ts'
import { type Missing, sayMissing } from '../../contract/readiness.ts'
import { Refused } from '../errors.ts'

export type OrderAct = 'block' | 'unblock' | 'cancel'
type Order = Pick<Purchase, 'orderStatus' | 'activation'>

const nextActs: Record<Order['orderStatus'], readonly OrderAct[]> = {
  pending: ['block', 'cancel'],
  blocked_missing_info: ['unblock', 'cancel'],
  processing: ['cancel'],
  shipped: [],
  delivered: [],
  cancelled: [],
  refunded: [],
}
const done = { block: 'blocked', unblock: 'unblocked', cancel: 'cancelled' }

/** What staff may do next: the shop's own system moves an order on, staff hold it back, let it go on or cancel it. */
function allowedNext({ orderStatus, activation }: Order): string[] {
  const acts = nextActs[orderStatus]
  if (acts.length > 0 || orderStatus === 'shipped') return [...acts]
  return [activation === 'active' ? 'deactivate' : 'reactivate']
}

/** Why this cannot be done to an order in its state, or null. */
function refusalTo(act: OrderAct, order: Order): string | null {
  if (nextActs[order.orderStatus].includes(act)) return null
  const state = order.orderStatus === 'blocked_missing_info' ? 'blocked' : order.orderStatus
  const next = allowedNext(order).join(' or ')
  const instead = next === '' ? "The shop's own system moves it on." : `Allowed next step: ${next}.`
  return `A ${state} order cannot be ${done[act]}. ${instead}`
}

/** What staff may do with an order now, each with why not. */
export function orderActs(order: Order, missing: readonly Missing[]): Purchase['orderActs'] {
  return {
    block: refusalTo('block', order),
    unblock: refusalTo('unblock', order) ?? (missing.length > 0 ? notProcessable(missing).message : null),
    cancel: refusalTo('cancel', order),
  }
}

/** The refusal to let an order go on that lacks required information, with what is missing. */
export function notProcessable(missing: readonly Missing[]): Refused {
  return new Refused('ORDER_NOT_PROCESSABLE', {
    values: { missing: sayMissing(missing) },
    details: { missing },
  })
}

/** @throws INVALID_TRANSITION with the steps that are possible instead */
export function refuseTransition(act: OrderAct, order: Order) {
  const why = refusalTo(act, order)
  if (why)
    throw new Refused('INVALID_TRANSITION', { values: { why }, details: { allowed: allowedNext(order) } })
}
