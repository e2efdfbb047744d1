import { inArray, type SQL, sql } from 'drizzle-orm'
import type { CustomerRow } from '../../contract/customers.ts'
import type { Db } from '../database/connect.ts'
import { changes, customers } from '../database/schema/customers.ts'

/** A whole address and nothing else: part of one finds nobody by what they once had. */
const isAddress = (q: string) => /^[^\s@]+@[^\s@]+$/.test(q)

/**
 * Customers who once had exactly this e-mail address, in any case, by the history of changes: an agency names the
 * address that it knows. Null where no whole address was typed.
 */
export function onceHad(q: string): SQL | null {
  // As an array the few ids are read first, and then join the other indexes; as a subquery they would walk the table.
  return isAddress(q) ? sql`${customers.id} = ANY (ARRAY(${formerOwners(q)}))` : null
}

/** Says of each customer found whether it was by a former address: the present one may be another person's. */
export async function withFormerEmail(db: Db, q: string, rows: CustomerRow[]): Promise<CustomerRow[]> {
  if (!isAddress(q) || rows.length === 0) return rows
  const ids = rows.map(({ id }) => id)
  const former = await db
    .select({ id: customers.id })
    .from(customers)
    .where(
      sql`${inArray(customers.id, ids)} AND ${customers.id} IN (${formerOwners(q)}) AND lower(${customers.email}) IS DISTINCT FROM lower(${q})`,
    )
  const found = new Set(former.map(({ id }) => id))
  return rows.map((row) => (found.has(row.id) ? { ...row, foundBy: 'former_email' } : row))
}

// Spelled out as in the index changes_former_email, which is used for nothing else.
const formerOwners = (q: string) =>
  sql`SELECT ${changes.customerId} FROM ${changes} WHERE ${changes.noun} = 'customers' AND ${changes.field} = 'email' AND ${changes.before} IS NOT NULL AND lower(${changes.before}) = lower(${q})`
