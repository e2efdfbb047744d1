import { aliasedTable, type SQL, sql } from 'drizzle-orm'
import type { Customer, CustomerRecord } from '../../contract/customers.ts'
import type { Staff } from '../caller.ts'
import { latestChanges, provenanceOf } from '../changes/provenanceOf.ts'
import type { Db } from '../database/connect.ts'
import { addresses, customerStates, customers as table } from '../database/schema/customers.ts'
import { staff } from '../database/schema/staff.ts'
import { type RowOf, selection, selectionById } from '../database/statement.ts'
import { mask } from '../mask.ts'
import { parseSetting } from '../shopSettings/parseSetting.ts'
import { settingText } from '../shopSettings/readSetting.ts'
import { readinessOf } from './missingInfo.ts'
import { trackedFields } from './trackedFields.ts'

const shipping = aliasedTable(addresses, 'shipping')
const billing = aliasedTable(addresses, 'billing')

const columns = {
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
  hasBilling: sql<boolean>`coalesce(CASE WHEN ${table.defaultBillingAddressId} = ${table.defaultShippingAddressId}
    THEN ${shipping.status} ELSE ${billing.status} END = 'live', false)`,
  hasShipping: sql<boolean>`coalesce(${shipping.status} = 'live', false)`,
  requirements: settingText('requirements'),
  version: table.version,
  createdAt: table.createdAt,
  updatedAt: table.updatedAt,
}
// Most people have one address for both, which is then read once.
const from = sql`${table}
  LEFT JOIN ${addresses} AS shipping ON ${shipping.id} = ${table.defaultShippingAddressId}
  LEFT JOIN ${addresses} AS billing ON ${billing.id} = nullif(${table.defaultBillingAddressId}, ${table.defaultShippingAddressId})`

type States = CustomerRecord['states']
const states = sql<States>`(SELECT coalesce(json_agg(json_build_object('id', ${customerStates.id}, 'status', ${customerStates.status},
    'reason', ${customerStates.reason}, 'at', ${customerStates.at}, 'by', json_build_object('id', ${staff.id}, 'name', ${staff.name}))
    ORDER BY ${customerStates.at} DESC, ${customerStates.id} DESC), '[]')
  FROM ${customerStates} JOIN ${staff} ON ${staff.id} = ${customerStates.by} WHERE ${customerStates.customerId} = ${table.id})`

const select = selection(columns, from)
const selectRecord = selectionById(
  {
    ...columns,
    defaultBillingAddressId: table.defaultBillingAddressId,
    defaultShippingAddressId: table.defaultShippingAddressId,
    latest: latestChanges(table.id),
    states,
  },
  from,
  table.id,
)

/** Customers as lists show them: contact data masked, whoever asks (docs/decisions/008-contact-data-is-masked.md). */
export async function readRows(
  db: Db,
  _by: Staff,
  picked: SQL,
  order: SQL[],
  _now: Date,
  isSteady: boolean,
): Promise<Customer[]> {
  const rows = await select(db, sql`WHERE ${picked} ORDER BY ${sql.join(order, sql`, `)}`, isSteady)
  return rows.map(masked)
}

/** One customer with where each field comes from, and with every closing and reopening of the account. */
export async function readCustomer(
  db: Db,
  _by: Staff,
  _now: Date,
  id: string,
): Promise<CustomerRecord | null> {
  const row = await selectRecord(db, id)
  if (!row) return null
  const { defaultBillingAddressId, defaultShippingAddressId, phone, phoneTyped, createdAt, latest } = row
  return {
    ...masked(row),
    phoneUnreadable: phone === null && phoneTyped !== null,
    defaultBillingAddressId,
    defaultShippingAddressId,
    provenance: provenanceOf({
      createdAt,
      fields: trackedFields(row),
      isImported: row.source !== null,
      latest,
    }),
    states: row.states.map((state) => ({ ...state, at: new Date(state.at).toISOString() })),
  }
}

// Field by field, since taking some out of the rest of a row costs more than reading it.
const masked = (row: RowOf<typeof columns>): Customer => ({
  id: row.id,
  reference: row.reference,
  status: row.status,
  name: row.name,
  firstName: row.firstName,
  lastName: row.lastName,
  company: row.company,
  email: mask('email', row.email),
  phone: mask('phone', row.phone ?? row.phoneTyped),
  city: row.city,
  country: row.country,
  externalId: row.externalId,
  source: row.source,
  locale: row.locale,
  timeZone: row.timeZone,
  registeredAt: row.registeredAt,
  lastLoginAt: row.lastLoginAt,
  lastOrderAt: row.lastOrderAt,
  lastActivityAt: row.lastActivityAt,
  readiness: readinessOf(parseSetting('requirements', row.requirements), row),
  version: row.version,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
})
