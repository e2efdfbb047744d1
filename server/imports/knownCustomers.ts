import { inArray, sql } from 'drizzle-orm'
import type { Tracked } from '../customers/trackedFields.ts'
import type { Tx } from '../database/connect.ts'
import { addresses, customers } from '../database/schema/customers.ts'

export type KnownAddress = Omit<typeof addresses.$inferSelect, 'createdAt' | 'updatedAt'>
export type KnownCustomer = Tracked &
  Pick<
    typeof customers.$inferSelect,
    'id' | 'status' | 'source' | 'registeredAt' | 'lastLoginAt' | 'lastOrderAt' | 'version'
  > & {
    /** Null until the database gives one. */
    reference: string | null
    addresses: KnownAddress[]
  }

export type KnownCustomers = ReturnType<typeof knownCustomers>

/** The customers that rows may mean, by the shop's own id and by e-mail address. */
export function knownCustomers(source: string) {
  const byExternalId = new Map<string, KnownCustomer>()
  const byEmail = new Map<string, KnownCustomer>()
  const byId = new Map<string, KnownCustomer>()

  const add = (customer: KnownCustomer) => {
    byId.set(customer.id, customer)
    if (customer.externalId !== null && customer.source === source)
      byExternalId.set(customer.externalId, customer)
    if (customer.email !== null && customer.status !== 'erased')
      byEmail.set(customer.email.toLowerCase(), customer)
  }

  return {
    add,
    byExternalId: (externalId: string | null) =>
      externalId === null ? undefined : byExternalId.get(externalId),
    byEmail: (email: string | null) => (email === null ? undefined : byEmail.get(email.toLowerCase())),
    /** After a change of address: the old one is free again. */
    moved: (before: string | null, customer: KnownCustomer) => {
      if (before !== null) byEmail.delete(before.toLowerCase())
      add(customer)
    },
    /** Reads and locks, in one order for everybody, those customers whom the keys may mean. */
    load: async (tx: Tx, externalIds: string[], emails: string[], { lock }: { lock: boolean }) => {
      const query = tx
        .select()
        .from(customers)
        .where(
          // The ids first: with everything in one condition the planner walks the whole table in the order of its key.
          sql`${customers.id} = ANY(ARRAY(
            SELECT id FROM customers WHERE source = ${source} AND external_id = ANY(${sql.param(externalIds)}::text[])
            UNION ALL
            SELECT id FROM customers WHERE status <> 'erased'
              AND lower(email) = ANY(${sql.param(emails.map((email) => email.toLowerCase()))}::text[])))`,
        )
        .orderBy(customers.id)
      const found = (await (lock ? query.for('update') : query)).filter(({ id }) => !byId.has(id))
      const theirs = await addressesOf(
        tx,
        found.map(({ id }) => id),
      )
      for (const customer of found) add({ ...customer, addresses: theirs.get(customer.id) ?? [] })
    },
  }
}

async function addressesOf(tx: Tx, ids: string[]): Promise<Map<string, KnownAddress[]>> {
  const grouped = new Map<string, KnownAddress[]>()
  if (ids.length === 0) return grouped
  const found = await tx
    .select()
    .from(addresses)
    .where(inArray(addresses.customerId, ids))
    .orderBy(addresses.id)
  for (const address of found)
    grouped.set(address.customerId, [...(grouped.get(address.customerId) ?? []), address])
  return grouped
}
