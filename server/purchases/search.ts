import { or, type SQL, sql } from 'drizzle-orm'
import { searchCustomers } from '../customers/search.ts'
import type { Db } from '../database/connect.ts'
import { customers } from '../database/schema/customers.ts'
import { purchases } from '../database/schema/purchases.ts'
import { ask } from '../database/statement.ts'
import { knownTotals } from '../knownTotals.ts'
import { likeTerm } from '../simpleRest.ts'

/** More customers than this matching one term is no search for a person; a list shows the purchases of so many. */
const customersAtMost = 200

/** Finds purchases by order number or reference, and by whose they are. */
export function searchPurchases(q: string): SQL {
  return numberedOrOwned(q, owners(q))
}

/** As `searchPurchases`, however many customers match: what is done to all that are found leaves nobody's out. */
export function searchAllPurchases(q: string): SQL {
  return numberedOrOwned(q, owners(q, null))
}

/** Whether a search looked at everybody's purchases whom it found; the next page need not ask again. */
export async function isOfEveryoneFound(db: Db, q: string, now: Date): Promise<boolean> {
  const totals = knownTotals(db, 'owners of purchases')
  const known = totals.recall(q, now)
  const total = known ?? (await countOwners(db, q))
  if (known === undefined) totals.remember(q, total, now, 1)
  return total <= customersAtMost
}

async function countOwners(db: Db, q: string): Promise<number> {
  const [found] = await ask<{ customers: number }>(
    db,
    sql`SELECT cardinality(${owners(q, customersAtMost + 1)}) AS customers`,
    false,
  )
  return found?.customers ?? 0
}

// As an array the owners are read first, and then join the other index; as a subquery they would walk the table.
function numberedOrOwned(q: string, customerIds: SQL): SQL {
  const theirs = sql`${purchases.customerId} = ANY (${customerIds})`
  return isNumber(q) ? (or(numbered(q), theirs) ?? theirs) : theirs
}

/** Purchases whose number begins with what was typed, and the newest of each whose they are. */
export function nearestPurchases(q: string, rows: number): SQL {
  const first = sql.raw(String(rows))
  const beginning = sql`SELECT ${purchases.id}, ${purchases.placedAt} FROM ${purchases}
    WHERE ${purchases.number} BETWEEN ${q} AND ${`${q}\uffff`} AND (${numbered(q)}) IS TRUE
    ORDER BY ${purchases.number}, ${purchases.id} LIMIT ${first}`
  const newest = sql`SELECT newest.* FROM unnest(${owners(q, 10 * rows)}) AS owner(id), LATERAL (
    SELECT ${purchases.id}, ${purchases.placedAt} FROM ${purchases} WHERE ${purchases.customerId} = owner.id
    ORDER BY ${purchases.placedAt} DESC, ${purchases.id} DESC LIMIT ${first}) AS newest`
  return sql`SELECT id FROM ((${beginning}) UNION (${newest})) AS found ORDER BY placed_at DESC, id DESC LIMIT ${first}`
}

const owners = (q: string, atMost: number | null = customersAtMost) =>
  sql`ARRAY(SELECT ${customers.id} FROM ${customers} WHERE ${searchCustomers(q)} LIMIT ${sql.raw(String(atMost ?? 'ALL'))})`

const numbered = (q: string) => sql`${purchases.searchText} LIKE fold(${likeTerm(q)})`

/** Two letters stand in no order number that anybody would look for, and no index finds them. */
const isNumber = (q: string) => [...q].length > 2 || /\d/.test(q)
