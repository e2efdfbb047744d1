import type { AddressSnapshot } from '../../contract/addresses.ts'
import type { addresses } from '../../server/database/schema/customers.ts'
import type { purchaseItems, purchaseOrderStates, purchases } from '../../server/database/schema/purchases.ts'
import { buildItem, buildPurchase } from '../builders.ts'
import { newId } from '../newId.ts'
import type { Random } from '../random.ts'
import type { Customer } from './customers.ts'
import { goods, money } from './goods.ts'

const day = 24 * 60 * 60_000

type Purchase = ReturnType<typeof buildPurchase>
type Address = typeof addresses.$inferInsert
type Item = typeof purchaseItems.$inferInsert

/** The invented shop's purchases: most of them by few customers, and more of them lately; marks the customers' last order and sign-in. */
export function inventPurchases(
  rand: Random,
  now: Date,
  people: readonly Customer[],
  homes: readonly Address[],
  size: number,
) {
  const homeOf = new Map(homes.map((home) => [home.id, home]))
  const bought: Purchase[] = []
  const items: Item[] = []
  for (let n = 1; n <= size; n++) {
    const customer = n <= people.length * 0.9 ? people[n - 1] : people[rand.skewed(people.length)]
    if (!customer) continue
    const span = Math.max(1, Math.floor((now.getTime() - customer.registeredAt.getTime()) / day))
    const placedAt = new Date(
      now.getTime() - Math.floor((rand.int(0, 1000) / 1000) ** 1.3 * span) * day - rand.int(0, day / 2),
    )
    const purchase = inventPurchase(rand, now, customer, placedAt, 1000 + n, homeOf)
    const lines = inventItems(rand, purchase.id, customer.place.currency)
    addUp(purchase, lines, customer.place.currency)
    bought.push(purchase)
    items.push(...lines)
    if (!customer.lastOrderAt || placedAt > customer.lastOrderAt) {
      customer.lastOrderAt = placedAt
      customer.lastLoginAt = new Date(Math.min(now.getTime(), placedAt.getTime() + rand.int(0, 30) * day))
    }
  }
  return { bought, items }
}

function inventPurchase(
  rand: Random,
  now: Date,
  customer: Customer,
  placedAt: Date,
  number: number,
  homeOf: ReadonlyMap<string, Address>,
): Purchase {
  const age = (now.getTime() - placedAt.getTime()) / day
  const orderStatus = statusAt(rand, age, customer)
  const isFinal = orderStatus === 'delivered' || orderStatus === 'cancelled' || orderStatus === 'refunded'
  const finalAt = isFinal
    ? new Date(Math.min(now.getTime(), placedAt.getTime() + rand.int(1, 9) * day))
    : null
  return buildPurchase(customer.id, {
    id: newId(),
    number: `#${number}`,
    externalId: String(500_000 + number),
    source: 'shop',
    orderStatus,
    openMatter:
      orderStatus === 'delivered' && age < 120 && rand.chance(0.06)
        ? rand.pick(['return', 'dispute'])
        : 'none',
    placedAt,
    finalAt,
    currency: customer.place.currency,
    billingSnapshot: snapshot(homeOf.get(customer.defaultBillingAddressId ?? '')),
    shippingSnapshot: snapshot(homeOf.get(customer.defaultShippingAddressId ?? '')),
    paymentMethodLabel: rand.pick(['card', 'card', 'paypal', 'invoice', 'direct_debit', 'bank_transfer']),
    gatewayReference: `pay_${number.toString(36)}${rand.int(1000, 9999)}`,
    createdAt: placedAt,
    updatedAt: finalAt ?? placedAt,
  })
}

function statusAt(
  rand: Random,
  age: number,
  customer: Customer,
): (typeof purchases.$inferInsert)['orderStatus'] {
  if (!customer.defaultShippingAddressId && age < 60) return 'blocked_missing_info'
  if (age < 2) return rand.pick(['pending', 'processing', 'processing'])
  if (age < 9) return rand.pick(['processing', 'shipped', 'shipped', 'delivered'])
  return rand.chance(0.06) ? 'cancelled' : rand.chance(0.06) ? 'refunded' : 'delivered'
}

function inventItems(rand: Random, purchaseId: string, currency: string): Item[] {
  const { rate, taxPerMille } = priced(currency)
  return Array.from({ length: rand.int(1, 3) }, (_, index) => {
    const [sku, title, cents] = rand.pick(goods)
    const quantity = rand.chance(0.8) ? 1 : rand.int(2, 5)
    const unitPrice = Math.round(cents * rate)
    const lineTotal = unitPrice * quantity
    return buildItem(purchaseId, {
      id: newId(),
      position: index + 1,
      sku,
      title,
      quantity,
      unitPrice,
      lineTotal,
      tax: Math.round((lineTotal * taxPerMille) / 1000),
    })
  })
}

function addUp(purchase: Purchase, lines: readonly Item[], currency: string) {
  const sum = (value: (line: Item) => number) => lines.reduce((total, line) => total + value(line), 0)
  purchase.net = sum((line) => line.lineTotal)
  purchase.tax = sum((line) => line.tax ?? 0)
  purchase.shipping = priced(currency).shipping
  purchase.gross = purchase.net + purchase.tax + purchase.shipping
}

function priced(currency: string) {
  const price = money[currency]
  if (!price) throw new RangeError(`the shop has no prices in ${currency}`)
  return price
}

function snapshot(address: Address | undefined): AddressSnapshot | null {
  if (!address) return null
  const { recipient = null, line1, line2 = null, city, region = null, postalCode = null, country } = address
  return { recipient, line1, line2, city, region, postalCode, country }
}

/** Orders of customers who never said where to ship to were held back when they came in. */
export function heldBack(bought: readonly Purchase[]): (typeof purchaseOrderStates.$inferInsert)[] {
  return bought
    .filter(({ orderStatus }) => orderStatus === 'blocked_missing_info')
    .map(({ id, placedAt }) => ({
      id: newId(),
      purchaseId: id,
      orderStatus: 'blocked_missing_info',
      missing: ['shippingAddress'],
      at: placedAt,
    }))
}
