import { aliasedTable, and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Missing } from '../../contract/readiness.ts'
import type { Requirements } from '../../contract/settings.ts'
import { missingForOrder } from '../customers/missingInfo.ts'
import type { Db, Tx } from '../database/connect.ts'
import { addresses, customers } from '../database/schema/customers.ts'
import { purchases } from '../database/schema/purchases.ts'
import { selectionById } from '../database/statement.ts'
import { parseSetting } from '../shopSettings/parseSetting.ts'
import { settingText } from '../shopSettings/readSetting.ts'

const billing = aliasedTable(addresses, 'billing')
const shipping = aliasedTable(addresses, 'shipping')

/** Orders that are still to be processed; only they can lack anything. */
const isOpen = inArray(purchases.orderStatus, ['pending', 'blocked_missing_info'])

const columns = {
  id: purchases.id,
  customerId: purchases.customerId,
  orderStatus: purchases.orderStatus,
  blockReason: purchases.blockReason,
  firstName: customers.firstName,
  lastName: customers.lastName,
  company: customers.company,
  email: customers.email,
  phone: customers.phone,
  locale: customers.locale,
  timeZone: customers.timeZone,
  hasBilling: sql<boolean>`${purchases.billingSnapshot} IS NOT NULL OR coalesce(${billing.status} = 'live', false)`,
  hasShipping: sql<boolean>`${purchases.shippingSnapshot} IS NOT NULL OR coalesce(${shipping.status} = 'live', false)`,
}
const ofCustomer = eq(customers.id, purchases.customerId)
const theirBilling = eq(billing.id, customers.defaultBillingAddressId)
const theirShipping = eq(shipping.id, customers.defaultShippingAddressId)

/** Open orders with what their customers told the shop. An order that brought its own address lacks none. */
export function selectOpen(db: Db | Tx, where: SQL | undefined) {
  return db
    .select(columns)
    .from(purchases)
    .innerJoin(customers, ofCustomer)
    .leftJoin(billing, theirBilling)
    .leftJoin(shipping, theirShipping)
    .where(and(isOpen, where))
    .$dynamic()
}

const selectOne = selectionById(
  { ...columns, requirements: settingText('requirements') },
  sql`${purchases} JOIN ${customers} ON ${ofCustomer} LEFT JOIN ${addresses} AS billing ON ${theirBilling}
    LEFT JOIN ${addresses} AS shipping ON ${theirShipping}`,
  purchases.id,
)

/** What an open order lacks at this moment. */
export async function readMissing(db: Db, id: string): Promise<Missing[]> {
  const order = await selectOne(db, id)
  return order ? missingForOrder(parseSetting('requirements', order.requirements), order) : []
}

/**
 * The addresses that an order goes on with: where one is required and the order brought none, the customer's own as it
 * is at this moment. Later corrections of it never touch the copy.
 */
export function addressesFor(matrix: Requirements) {
  return {
    ...(matrix.billingAddress.requirement === 'optional'
      ? {}
      : { billingSnapshot: copied(purchases.billingSnapshot, customers.defaultBillingAddressId) }),
    ...(matrix.shippingAddress.requirement === 'optional'
      ? {}
      : { shippingSnapshot: copied(purchases.shippingSnapshot, customers.defaultShippingAddressId) }),
  }
}

function copied(snapshot: PgColumn, defaultId: PgColumn): SQL {
  return sql`coalesce(${snapshot}, (
    SELECT jsonb_build_object('recipient', ${addresses.recipient}, 'line1', ${addresses.line1}, 'line2', ${addresses.line2},
      'city', ${addresses.city}, 'region', ${addresses.region}, 'postalCode', ${addresses.postalCode}, 'country', ${addresses.country})
    FROM ${customers} JOIN ${addresses} ON ${addresses.id} = ${defaultId}
    WHERE ${customers.id} = ${purchases.customerId} AND ${addresses.status} = 'live'))`
}
