import { aliasedTable, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Customer, CustomerRecord } from '../../contract/customers.ts'
import type { Staff } from '../caller.ts'
import { provenanceOf } from '../changes/provenanceOf.ts'
import type { Db } from '../database/connect.ts'
import { addresses, customerStates, staff, customers as table } from '../database/schema.ts'
import { mask } from '../mask.ts'
import { parseSetting } from '../shopSettings/parseSetting.ts'
import { settingText } from '../shopSettings/readSetting.ts'
import { readinessOf } from './missingInfo.ts'
import { said } from './said.ts'

const shipping = aliasedTable(addresses, 'shipping')
const billing = aliasedTable(addresses, 'billing')

export async function readRows(db: Db, _by: Staff, picked: SQL, order: SQL[]): Promise<Customer[]> {
  const rows = await select(db)
    .where(picked)
    .orderBy(...order)
  return rows.map(masked)
}

/** One customer with where each field comes from, and with every closing and reopening of the account. */
export async function readCustomer(
  db: Db,
  _by: Staff,
  _now: Date,
  id: string,
): Promise<CustomerRecord | null> {
  const [row] = await select(db).where(eq(table.id, id))
  if (!row) return null
  const { defaultBillingAddressId, defaultShippingAddressId, phone, phoneTyped, createdAt } = row
  const isImported = row.source !== null
  const [states, provenance] = await Promise.all([
    readStates(db, id),
    provenanceOf(db, { id, createdAt, said: said(row), isImported }),
  ])
  return {
    ...masked(row),
    phoneUnreadable: phone === null && phoneTyped !== null,
    defaultBillingAddressId,
    defaultShippingAddressId,
    provenance,
    states,
  }
}

async function readStates(db: Db, customerId: string): Promise<CustomerRecord['states']> {
  const { id, status, reason, at } = customerStates
  const rows = await db
    .select({ id, status, reason, at, by: { id: staff.id, name: staff.name } })
    .from(customerStates)
    .innerJoin(staff, eq(staff.id, customerStates.by))
    .where(eq(customerStates.customerId, customerId))
    .orderBy(desc(at), desc(id))
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

type Row = Awaited<ReturnType<typeof select>>[number]

function select(db: Db) {
  return db
    .select({
      id: table.id,
      reference: table.reference,
      status: table.status,
      name: table.name,
      firstName: table.firstName,
      lastName: table.lastName,
      company: table.company,
      email: table.email,
      phone: table.phone,
      phoneTyped: table.phoneTyped,
      city: sql<string | null>`coalesce(${shipping.city}, ${billing.city})`,
      country: sql<string | null>`coalesce(${shipping.country}, ${billing.country})`,
      externalId: table.externalId,
      source: table.source,
      locale: table.locale,
      timeZone: table.timeZone,
      registeredAt: table.registeredAt,
      lastLoginAt: table.lastLoginAt,
      lastOrderAt: table.lastOrderAt,
      lastActivityAt: table.lastActivityAt,
      defaultBillingAddressId: table.defaultBillingAddressId,
      defaultShippingAddressId: table.defaultShippingAddressId,
      hasBilling: sql<boolean>`coalesce(${billing.status} = 'live', false)`,
      hasShipping: sql<boolean>`coalesce(${shipping.status} = 'live', false)`,
      requirements: settingText('requirements'),
      version: table.version,
      createdAt: table.createdAt,
      updatedAt: table.updatedAt,
    })
    .from(table)
    .leftJoin(shipping, eq(shipping.id, table.defaultShippingAddressId))
    .leftJoin(billing, eq(billing.id, table.defaultBillingAddressId))
    .$dynamic()
}

function masked({
  phoneTyped,
  defaultBillingAddressId: _billing,
  defaultShippingAddressId: _shipping,
  hasBilling,
  hasShipping,
  requirements,
  ...row
}: Row): Customer {
  const matrix = parseSetting('requirements', requirements)
  return {
    ...row,
    readiness: readinessOf(matrix, { ...row, hasBilling, hasShipping }),
    email: mask('email', row.email),
    phone: mask('phone', row.phone ?? phoneTyped),
    registeredAt: row.registeredAt?.toISOString() ?? null,
    lastLoginAt: row.lastLoginAt?.toISOString() ?? null,
    lastOrderAt: row.lastOrderAt?.toISOString() ?? null,
    lastActivityAt: row.lastActivityAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
