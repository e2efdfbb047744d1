import type { Db, Tx } from '../server/database/connect.ts'
import { addresses, customers } from '../server/database/schema/customers.ts'
import { purchaseItems, purchases } from '../server/database/schema/purchases.ts'
import { newId } from './newId.ts'

/** Deterministic records with overrides: the same call makes the same record, but for its id. */

type CustomerRow = typeof customers.$inferInsert
type AddressRow = typeof addresses.$inferInsert
type PurchaseRow = typeof purchases.$inferInsert
type ItemRow = typeof purchaseItems.$inferInsert

const anchor = new Date('2026-01-01T00:00:00.000Z')

export function buildCustomer(overrides: Partial<CustomerRow> = {}): CustomerRow & { id: string } {
  return {
    id: newId(),
    firstName: 'Luisa',
    lastName: 'Gonçalves',
    email: null,
    phone: '+4930901820',
    registeredAt: anchor,
    lastLoginAt: anchor,
    lastOrderAt: anchor,
    createdAt: anchor,
    updatedAt: anchor,
    ...overrides,
  }
}

const snapshot = {
  recipient: 'Luisa Gonçalves',
  line1: 'Lindenallee 12',
  line2: null,
  city: 'Berlin',
  region: null,
  postalCode: '10115',
  country: 'DE',
}

export function buildAddress(
  customerId: string,
  overrides: Partial<AddressRow> = {},
): AddressRow & { id: string } {
  return {
    id: newId(),
    customerId,
    kind: 'both',
    ...snapshot,
    createdAt: anchor,
    updatedAt: anchor,
    ...overrides,
  }
}

/** A delivered purchase of 4 parts at 25.00 with 19 % tax and 4.90 shipping. Money in minor units. */
export function buildPurchase(
  customerId: string,
  overrides: Partial<PurchaseRow> = {},
): PurchaseRow & { id: string } {
  const id = overrides.id ?? newId()
  return {
    number: `#${id.slice(-6)}`,
    customerId,
    orderStatus: 'delivered',
    activation: 'active',
    openMatter: 'none',
    version: 1,
    placedAt: anchor,
    finalAt: new Date(anchor.getTime() + 3 * 24 * 60 * 60_000),
    currency: 'EUR',
    net: 10_000,
    tax: 1_900,
    shipping: 490,
    gross: 12_390,
    billingSnapshot: snapshot,
    shippingSnapshot: snapshot,
    paymentMethodLabel: 'invoice',
    createdAt: anchor,
    updatedAt: anchor,
    ...overrides,
    id,
  }
}

export function buildItem(purchaseId: string, overrides: Partial<ItemRow> = {}): ItemRow & { id: string } {
  return {
    id: newId(),
    purchaseId,
    position: 1,
    sku: 'LAMP-04',
    title: 'Desk lamp',
    quantity: 4,
    unitPrice: 2_500,
    tax: 1_900,
    lineTotal: 10_000,
    ...overrides,
  }
}

/** A customer with an address, written down. */
export async function addCustomer(db: Db | Tx, overrides: Partial<CustomerRow> = {}) {
  const customer = buildCustomer(overrides)
  const address = buildAddress(customer.id)
  await db.insert(customers).values(customer)
  await db.insert(addresses).values(address)
  return { ...customer, address }
}

/** A purchase with one item, written down. */
export async function addPurchase(db: Db | Tx, customerId: string, overrides: Partial<PurchaseRow> = {}) {
  const purchase = buildPurchase(customerId, overrides)
  await db.insert(purchases).values(purchase)
  await db.insert(purchaseItems).values(buildItem(purchase.id))
  return purchase
}
