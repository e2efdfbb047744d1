import { aliasedTable, eq, inArray, sql } from 'drizzle-orm'
import { Customer, customerStatuses, RevealCustomer } from '../../contract/customers.ts'
import { answeringAct } from '../act.ts'
import type { Db } from '../database/connect.ts'
import { addresses, customers as table } from '../database/schema.ts'
import { mask } from '../mask.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { anyOf, atOrAfter, atOrBefore, sortBy, sortByName } from '../simpleRest.ts'
import { reveal } from './reveal.ts'
import { searchCustomers } from './search.ts'

const shipping = aliasedTable(addresses, 'shipping')
const billing = aliasedTable(addresses, 'billing')

/** Customers with their contact data masked, in lists and pages alike (architecture.md, decision 8). */
export const customers: NounSpec<Customer, Customer> = {
  noun: 'customers',
  row: Customer,
  one: Customer,
  list: {
    noun: 'customers',
    table,
    counted: true,
    sorts: {
      name: sortByName(table.name),
      lastName: sortByName(table.lastName),
      reference: sortBy(table.reference),
      registeredAt: sortBy(table.registeredAt),
      lastOrderAt: sortBy(table.lastOrderAt),
      lastActivityAt: sortBy(table.lastActivityAt),
    },
    defaultSort: ['lastName', 'ASC'],
    filters: {
      status: anyOf(table.status, customerStatuses),
      country: (value, name) => {
        const live = anyOf(addresses.country)(value, name)
        return sql`${table.id} IN (SELECT ${addresses.customerId} FROM ${addresses} WHERE ${live} AND ${addresses.status} = 'live')`
      },
      source: anyOf(table.source),
      registeredAtFrom: atOrAfter(table.registeredAt),
      registeredAtTo: atOrBefore(table.registeredAt),
      lastOrderAtFrom: atOrAfter(table.lastOrderAt),
      lastOrderAtTo: atOrBefore(table.lastOrderAt),
    },
    search: searchCustomers,
    rows: async (db, _by, picked, order) =>
      (
        await select(db)
          .where(picked)
          .orderBy(...order)
      ).map(masked),
  },
  read: async (db, _by, _now, id) => {
    const [row] = await select(db).where(inArray(table.id, [id]))
    return row ? masked(row) : null
  },
  opened: ({ id }) => ({ customerId: id }),
  searchIsEvent: true,
  acts: { reveal: answeringAct(RevealCustomer, reveal) },
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
      version: table.version,
      createdAt: table.createdAt,
      updatedAt: table.updatedAt,
    })
    .from(table)
    .leftJoin(shipping, eq(shipping.id, table.defaultShippingAddressId))
    .leftJoin(billing, eq(billing.id, table.defaultBillingAddressId))
    .$dynamic()
}

function masked({ phoneTyped, ...row }: Row): Customer {
  return {
    ...row,
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
