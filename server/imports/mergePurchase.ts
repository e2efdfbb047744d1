import { v7 } from 'uuid'
import { notDeactivated } from '../purchases/notDeactivated.ts'
import type { KnownItem, KnownPurchase } from './knownPurchases.ts'
import { finalAtOf, isFinal, type PricedItem, type PurchaseDraft } from './purchaseOf.ts'
import type { OrderStatus } from './statuses.ts'

const waiting: ReadonlySet<OrderStatus> = new Set(['pending', 'blocked_missing_info'])

export type MergedPurchase = { purchase: KnownPurchase; isChanged: boolean; changedItems: KnownItem[] }

/** A new purchase of a customer from what the file says. */
export function newPurchase(
  { facts, items }: PurchaseDraft,
  source: string,
  customerId: string,
): MergedPurchase {
  const id = v7()
  const made = items.map((item, position) => ({ ...item, id: v7(), purchaseId: id, position }))
  const purchase: KnownPurchase = {
    ...facts,
    id,
    reference: null,
    customerId,
    source,
    activation: 'active',
    openMatter: facts.openMatter ?? 'none',
    finalAt: finalAtOf(facts, null),
    blockReason: null,
    ...notDeactivated,
    version: 1,
    items: made,
  }
  return { purchase, isChanged: true, changedItems: made }
}

/**
 * What is known of a purchase with what the shop says now, or why that cannot be. Addresses stay as they were at the
 * purchase; amounts and items of a finished purchase stay as they are, and a finished one does not start again.
 */
export function mergePurchase(
  known: KnownPurchase,
  { facts, items }: PurchaseDraft,
): MergedPurchase | string {
  const isKnownFinal = isFinal(known.orderStatus)
  if (isKnownFinal && !isFinal(facts.orderStatus)) {
    return `The purchase is ${known.orderStatus} here and cannot be ${facts.orderStatus} again.`
  }
  // Which of its waiting orders lack information is decided here, by the matrix and by staff, not by the shop.
  const isWaiting = waiting.has(known.orderStatus) && waiting.has(facts.orderStatus)
  const said = {
    number: facts.number,
    orderStatus: isWaiting ? known.orderStatus : facts.orderStatus,
    openMatter: facts.openMatter ?? known.openMatter,
    placedAt: facts.placedAt,
    finalAt: finalAtOf(facts, known.finalAt),
    currency: facts.currency,
    net: facts.net,
    tax: facts.tax,
    shipping: facts.shipping,
    gross: facts.gross,
    paymentMethodLabel: facts.paymentMethodLabel ?? known.paymentMethodLabel,
    gatewayReference: facts.gatewayReference ?? known.gatewayReference,
  }
  const amounts = ['currency', 'net', 'tax', 'shipping', 'gross'] as const
  const changedItems = itemsOf(known, items)
  if (isKnownFinal && (changedItems.length > 0 || amounts.some((key) => said[key] !== known[key]))) {
    return 'The purchase is finished, and the amounts and items of a finished purchase do not change.'
  }
  if (items.length < known.items.length)
    return 'The purchase has more items here than in the file; none is taken away.'
  const words = ['number', 'orderStatus', 'openMatter', 'paymentMethodLabel', 'gatewayReference'] as const
  const isSame =
    isInstant(said.placedAt, known.placedAt) &&
    isInstant(said.finalAt, known.finalAt) &&
    [...amounts, ...words].every((key) => said[key] === known[key])
  const isChanged = !isSame || changedItems.length > 0
  if (!isChanged) return { purchase: known, isChanged, changedItems }
  return { purchase: { ...known, ...said, version: known.version + 1 }, isChanged, changedItems }
}

function isInstant(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime()
}

function itemsOf(known: KnownPurchase, items: PricedItem[]): KnownItem[] {
  return items.flatMap((item, position) => {
    const before = known.items.find((one) => one.position === position)
    const keys = ['sku', 'title', 'quantity', 'unitPrice', 'tax', 'lineTotal'] as const
    if (before && keys.every((key) => before[key] === item[key])) return []
    return [{ ...item, id: before?.id ?? v7(), purchaseId: known.id, position }]
  })
}
