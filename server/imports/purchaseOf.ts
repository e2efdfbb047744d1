import type { AddressSnapshot } from '../../contract/addresses.ts'
import { exponent } from '../../contract/money.ts'
import { finalOrderStatuses, openMatters, type paymentMethodLabels } from '../../contract/purchases.ts'
import { addressOf } from './addressOf.ts'
import { billingFields, buyerOf, shippingFields } from './buyerOf.ts'
import { identifier, instant, money, type Notation, words } from './cells.ts'
import type { CustomerDraft } from './customerOf.ts'
import type { PurchaseField } from './fields.ts'
import type { Group } from './groups.ts'
import { type ItemDraft, itemOnRow } from './itemsOf.ts'
import type { Finding, Sheet } from './sheet.ts'
import { type OrderStatus, paymentMethodOf, readStatus, statusOfParts } from './statuses.ts'
import { type Totals, totalsOf } from './totals.ts'

type PurchaseFacts = Totals & {
  externalId: string
  number: string
  orderStatus: OrderStatus
  /** Null where the file says nothing. */
  openMatter: (typeof openMatters)[number] | null
  placedAt: Date
  /** When it was finished, as the file says; null where it does not. */
  finalAt: Date | null
  currency: string
  paymentMethodLabel: (typeof paymentMethodLabels)[number] | null
  gatewayReference: string | null
  billingSnapshot: AddressSnapshot | null
  shippingSnapshot: AddressSnapshot | null
}
export type PricedItem = ItemDraft & { unitPrice: number; lineTotal: number }
export type PurchaseDraft = {
  line: number
  facts: PurchaseFacts
  items: PricedItem[]
  /** Who bought, should nobody known be found. */
  buyer: Omit<CustomerDraft, 'line'>
}

/** The items of a purchase from a file of their own; faults in them are faults of the purchase. */
export type ItemsFor = (
  externalId: string,
  currency: string,
  refuse: (finding: Finding) => void,
) => ItemDraft[]

/** Reads the rows of one purchase, or null with everything that is wrong in `refusals`. */
export function purchaseOf(group: Group, notation: Notation, itemsFor?: ItemsFor): PurchaseDraft | null {
  const { whole, rows } = group
  if (rows.some(({ refusals }) => refusals.length > 0)) return null
  const number = identifier(whole, 'number')
  const externalId = identifier(whole, 'externalId') ?? number
  if (externalId === null) whole.refuse('number', 'The purchase has neither a number nor an id.')
  const currency = currencyOf(whole)
  const placedAt = instant(whole, 'placedAt', notation)
  if (placedAt === null) missing(whole, 'placedAt', 'The purchase has no date.')
  const cancelledAt = instant(whole, 'cancelledAt', notation)
  const orderStatus = statusOf(whole, cancelledAt !== null)
  const billing = addressOf(whole, billingFields)
  const shipping = addressOf(whole, shippingFields)
  const buyer = buyerOf(whole, billing, shipping)
  const facts = {
    openMatter: openMatterOf(whole),
    finalAt: cancelledAt ?? instant(whole, 'finalAt', notation),
    paymentMethodLabel: paymentMethodOf(words(whole, 'paymentMethod', 250)),
    gatewayReference: words(whole, 'gatewayReference', 64),
    billingSnapshot: billing,
    shippingSnapshot: shipping,
  }
  if (externalId === null || currency === null || placedAt === null || orderStatus === null) return null

  const items = itemsFor
    ? itemsFor(externalId, currency, (finding) => whole.refusals.push(finding))
    : rows.flatMap((row) => itemOnRow(row, currency, notation) ?? [])
  const amounts = amountsOf(group, items, currency, notation)
  if (amounts === null || rows.some(({ refusals }) => refusals.length > 0)) return null
  return {
    line: whole.line,
    facts: {
      ...facts,
      ...amounts.totals,
      externalId,
      number: number ?? externalId,
      orderStatus,
      placedAt,
      currency,
    },
    items: amounts.items,
    buyer,
  }
}

/** When a purchase was finished: what the file says, else the last thing known of it, the day it was placed. */
export function finalAtOf(
  { orderStatus, finalAt, placedAt }: PurchaseFacts,
  known: Date | null,
): Date | null {
  if (!isFinal(orderStatus)) return null
  return finalAt ?? known ?? placedAt
}

/** Whether nothing more happens to an order of this status. */
export function isFinal(status: OrderStatus): boolean {
  return finalOrderStatuses.some((final) => final === status)
}

function amountsOf({ whole }: Group, items: ItemDraft[], currency: string, notation: Notation) {
  if (items.length === 0) {
    missing(whole, 'itemTitle', 'The purchase has no line item.')
    return null
  }
  const amount = (field: PurchaseField) => money(whole, field, currency, notation)
  const duties = amount('duties') ?? 0
  const tax = amount('tax')
  const given = {
    net: amount('net'),
    tax: tax === null && duties === 0 ? null : (tax ?? 0) + duties,
    shipping: amount('shipping'),
    gross: amount('gross'),
  }
  const [only] = items
  const isOpen = items.length === 1 && only?.lineTotal === null
  const sums = isOpen ? null : sumsOf(items)
  if (!isOpen && sums === null) {
    missing(whole, 'itemUnitPrice', 'An item has no price.')
    return null
  }
  const discount = discountOf(whole, sums?.total ?? 0, currency, notation)
  const totals = totalsOf({ ...given, discount }, sums)
  if (typeof totals === 'string') {
    if (whole.refusals.length === 0) whole.refuse(given.gross === null ? 'net' : 'gross', totals)
    return null
  }
  return { totals, items: items.map((item) => priced(item, totals.net)) }
}

function sumsOf(items: ItemDraft[]) {
  let [total, tax] = [0, 0]
  for (const item of items) {
    if (item.lineTotal === null) return null
    total += item.lineTotal
    tax += item.tax
  }
  return { total, tax, count: items.length }
}

function priced(item: ItemDraft, net: number): PricedItem {
  const lineTotal = item.lineTotal ?? net
  return { ...item, lineTotal, unitPrice: item.unitPrice ?? Math.round(lineTotal / item.quantity) }
}

function discountOf(whole: Sheet<PurchaseField>, total: number, currency: string, notation: Notation) {
  if (whole.get('discountType').toLowerCase() !== 'percentage')
    return money(whole, 'discount', currency, notation)
  const hundredths = money(whole, 'discount', 'EUR', notation)
  return hundredths === null ? null : Math.round((total * hundredths) / 10 ** (2 + exponent('EUR')))
}

function currencyOf(whole: Sheet<PurchaseField>): string | null {
  const currency = whole.get('currency').toUpperCase()
  if (/^[A-Z]{3}$/.test(currency)) return currency
  whole.refuse(
    'currency',
    currency === '' ? 'The purchase has no currency.' : 'This is not a code of ISO 4217.',
  )
  return null
}

function statusOf(whole: Sheet<PurchaseField>, isCancelled: boolean): OrderStatus | null {
  const typed = whole.get('orderStatus')
  if (typed === '' && (whole.has('financialStatus') || whole.has('fulfilmentStatus'))) {
    return statusOfParts(whole.get('financialStatus'), whole.get('fulfilmentStatus'), isCancelled)
  }
  const status = typed === '' && isCancelled ? 'cancelled' : readStatus(typed)
  if (status === null) {
    whole.refuse(
      'orderStatus',
      typed === '' ? 'The purchase has no state.' : 'No order can be in this state.',
    )
  }
  return status
}

function openMatterOf(whole: Sheet<PurchaseField>) {
  const typed = whole.get('openMatter').toLowerCase()
  if (typed === '') return null
  const matter = openMatters.find((known) => known === typed)
  if (!matter) whole.refuse('openMatter', `An open matter is one of ${openMatters.join(', ')}.`)
  return matter ?? null
}

/** Said once: a cell that was refused for what stands in it is not missing as well. */
function missing(whole: Sheet<PurchaseField>, field: PurchaseField, reason: string) {
  if (whole.refusals.length === 0) whole.refuse(field, reason)
}
