import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../database/connect.ts'
import { addresses, customers } from '../database/schema/customers.ts'
import type { Merged } from './mergeCustomer.ts'
import { slices } from './slices.ts'

/** Writes new and changed customers with their addresses: two statements for any number of rows. */
export async function writeCustomers(tx: Tx, now: Date, merged: readonly Merged[]): Promise<void> {
  const stamps = { createdAt: now, updatedAt: now }
  for (const slice of slices(merged, 1000)) {
    const rows = slice.map(({ customer: { addresses: _, reference, ...row } }) => ({
      ...row,
      ...stamps,
      ...(reference === null ? {} : { reference }),
    }))
    await tx
      .insert(customers)
      .values(rows)
      .onConflictDoUpdate({
        target: customers.id,
        set: replacing(customers, [
          'externalId',
          'source',
          'firstName',
          'lastName',
          'company',
          'email',
          'phone',
          'phoneTyped',
          'locale',
          'timeZone',
          'registeredAt',
          'lastLoginAt',
          'defaultBillingAddressId',
          'defaultShippingAddressId',
          'version',
          'updatedAt',
        ]),
      })
  }
  for (const slice of slices(
    merged.flatMap(({ changedAddresses }) => changedAddresses),
    1000,
  )) {
    await tx
      .insert(addresses)
      .values(slice.map((address) => ({ ...address, ...stamps })))
      .onConflictDoUpdate({
        target: addresses.id,
        set: replacing(addresses, ['status', 'version', 'updatedAt']),
      })
  }
}

/** The columns of a row that exists, as the statement brings them. */
export function replacing<Table extends PgTable>(
  table: Table,
  keys: (keyof Table['_']['columns'] & string)[],
): Record<string, SQL> {
  const columns = getTableColumns(table)
  return Object.fromEntries(
    keys.flatMap((key) => {
      const column = columns[key]
      return column ? [[key, sql`excluded.${sql.identifier(column.name)}`]] : []
    }),
  )
}
