import type { orderStatuses, paymentMethodLabels } from '../../contract/purchases.ts'

export type OrderStatus = (typeof orderStatuses)[number]

const words: Record<OrderStatus, string> = {
  pending: 'pending pendingpayment onhold unpaid awaitingpayment open new draft checkoutdraft authorized',
  blocked_missing_info: 'blockedmissinginfo blocked',
  processing: 'processing paid confirmed inprogress partiallyfulfilled partial partiallyshipped unfulfilled',
  shipped: 'shipped dispatched sent intransit',
  delivered: 'delivered completed complete fulfilled closed done',
  cancelled: 'cancelled canceled failed voided void expired',
  refunded: 'refunded returned',
}
const byWord = new Map(
  Object.entries(words).flatMap(([status, all]) => all.split(' ').map((word) => [word, status])),
)

/** The state of an order as shops call it, or null for a word that no shop we know uses. */
export function readStatus(typed: string): OrderStatus | null {
  const found = byWord.get(typed.toLowerCase().replace(/[^a-z]/g, ''))
  return isStatus(found) ? found : null
}

function isStatus(found: string | undefined): found is OrderStatus {
  return found !== undefined && Object.hasOwn(words, found)
}

/**
 * The state of an order whose shop keeps payment and parcels apart (Shopify). Its exports know of no delivery:
 * an order of which everything was sent counts as delivered.
 */
export function statusOfParts(financial: string, fulfilment: string, isCancelled: boolean): OrderStatus {
  const paid = financial.toLowerCase()
  if (paid === 'refunded') return 'refunded'
  if (isCancelled || paid === 'voided' || paid === 'expired') return 'cancelled'
  if (fulfilment.toLowerCase() === 'fulfilled') return 'delivered'
  return paid === 'paid' || paid.startsWith('partially') ? 'processing' : 'pending'
}

const methods: [RegExp, (typeof paymentMethodLabels)[number]][] = [
  [/gift|voucher|store.?credit/i, 'gift_card'],
  [/paypal/i, 'paypal'],
  [/cash on delivery|\bcod\b|nachnahme/i, 'cash_on_delivery'],
  [/invoice|rechnung|klarna|afterpay|pay later/i, 'invoice'],
  [/direct.?debit|sepa|lastschrift/i, 'direct_debit'],
  [/bank|wire|transfer|bacs|überweisung|che(ck|que)/i, 'bank_transfer'],
  [/card|credit|visa|master|amex|stripe|shopify.?payments|apple.?pay|google.?pay|adyen|mollie/i, 'card'],
]

/** Which of our labels a shop's word for a way of paying means. */
export function paymentMethodOf(typed: string | null): (typeof paymentMethodLabels)[number] | null {
  if (typed === null) return null
  return methods.find(([pattern]) => pattern.test(typed))?.[1] ?? 'other'
}
