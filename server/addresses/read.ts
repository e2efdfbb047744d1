import { asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Address, AddressRecord } from '../../contract/addresses.ts'
import type { Staff } from '../caller.ts'
import { latestChanges, provenanceOf } from '../changes/provenanceOf.ts'
import type { Db, Tx } from '../database/connect.ts'
import { customers, addresses as table } from '../database/schema/customers.ts'
import { mask } from '../mask.ts'
import { trackedFields } from './trackedFields.ts'

/** Addresses in clear: only for whoever may reveal them. */
export async function readAddresses(
  db: Db | Tx,
  where: SQL,
  order: SQL[] = [asc(table.createdAt), asc(table.id)],
): Promise<Address[]> {
  const rows = await db
    .select({
      id: table.id,
      customerId: table.customerId,
      kind: table.kind,
      recipient: table.recipient,
      line1: sql<string | null>`${table.line1}`,
      line2: table.line2,
      city: sql<string | null>`${table.city}`,
      region: table.region,
      postalCode: table.postalCode,
      country: sql<string | null>`${table.country}`,
      phone: table.phone,
      status: table.status,
      isBilling: sql<boolean>`coalesce(${customers.defaultBillingAddressId} = ${table.id}, false)`,
      isShipping: sql<boolean>`coalesce(${customers.defaultShippingAddressId} = ${table.id}, false)`,
      version: table.version,
      createdAt: table.createdAt,
      updatedAt: table.updatedAt,
    })
    .from(table)
    .innerJoin(customers, eq(customers.id, table.customerId))
    .where(where)
    .orderBy(...order)
  return rows.map(({ isBilling, isShipping, ...row }) => ({
    ...row,
    defaultFor: [
      ...(isBilling ? (['billing'] as const) : []),
      ...(isShipping ? (['shipping'] as const) : []),
    ],
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }))
}

/** One address as everyone sees it, with where each of its fields comes from. */
export async function readAddress(db: Db, _by: Staff, _now: Date, id: string): Promise<AddressRecord | null> {
  const [known] = await db
    .select({ row: table, source: customers.source, latest: latestChanges(table.id) })
    .from(table)
    .innerJoin(customers, eq(customers.id, table.customerId))
    .where(eq(table.id, id))
  const [address] = await readAddresses(db, eq(table.id, id))
  if (!known || !address) return null
  const provenance = provenanceOf({
    createdAt: address.createdAt,
    fields: trackedFields(known.row),
    isImported: known.source !== null,
    latest: known.latest,
  })
  return { ...masked(address), provenance }
}

/** The address as everyone sees it until it is revealed. */
export function masked(address: Address): Address {
  return {
    ...address,
    recipient: mask('recipient', address.recipient),
    line1: mask('street', address.line1),
    line2: mask('street', address.line2),
    phone: mask('phone', address.phone),
  }
}
