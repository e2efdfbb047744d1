import { or, type SQL, sql } from 'drizzle-orm'
import { searchCustomers } from '../customers/search.ts'
import type { Db } from '../database/connect.ts'
import { customers } from '../database/schema/customers.ts'
import { purchases } from '../database/schema/purchases.ts'
import { ask } from '../database/statement.ts'
import { likeTerm } from '../lists/likeTerm.ts'

/** More customers than this matching one term is no search for a person; a list shows the purchases of so many. */
const customersAtMost = 200

/** Finds purchases by order number or reference, and by whose they are, however many customers that are. */
export function searchPurchases(q: string): SQL {
  const theirs = ownedBy(ownersFound(q, 'ALL'))
  return isNumber(q) ? (or(numbered(q), theirs) ?? theirs) : theirs
}

type Found = { ids: string[]; isNumbered: boolean }

/**
 * As `searchPurchases` for a list, and whether it looks at the purchases of everybody whom it found. What is looked for
 * is nearly always a name or a number and not both: either alone is read from one index.
 */
export async function resolveSearch(db: Db, q: string): Promise<{ search: SQL; isWhole: boolean }> {
  // For a single row, as EXISTS wants, the planner would begin to read the table.
  const few = sql`SELECT FROM ${purchases} WHERE ${numbered(q)} LIMIT ${sql.raw(String(customersAtMost))}`
  const anyNumbered = isNumber(q) ? sql`(SELECT count(*) > 0 FROM (${few}) AS few)` : sql`false`
  const look = sql`SELECT ${ownersFound(q, customersAtMost + 1)} AS ids, ${anyNumbered} AS "isNumbered"`
  const [{ ids, isNumbered } = { ids: [], isNumbered: false }] = await ask<Found>(db, look, false)
  const theirs = ownedBy(sql`${sql.param(ids.slice(0, customersAtMost))}::uuid[]`)
  const either = ids.length === 0 ? numbered(q) : (or(numbered(q), theirs) ?? theirs)
  return { search: isNumbered ? either : theirs, isWhole: ids.length <= customersAtMost }
}

// As an array the owners are read first, and then join the other index; as a subquery they would walk the table.
const ownedBy = (customerIds: SQL) => sql`${purchases.customerId} = ANY (${customerIds})`

/**
 * Purchases whose number begins with what was typed, with or without the sign before it, and the newest of each whose
 * they are; the one whose number it is stands first.
 */
export function nearestPurchases(q: string, rows: number): SQL {
  const first = sql.raw(String(rows))
  // Each spelling alone, as a constant: only so is the index of numbers read no further than the page. The range is that
  // of code points; starts_with keeps to it in a database that sorts otherwise.
  const beginning = spellings(q).map(
    (
      each,
    ) => sql`(SELECT ${purchases.id}, ${purchases.placedAt}, ${purchases.number} = ${each} AS is_whole FROM ${purchases}
    WHERE ${purchases.number} BETWEEN ${each} AND ${`${each}\uffff`} AND starts_with(${purchases.number}, ${each})
    ORDER BY ${purchases.number}, ${purchases.id} LIMIT ${first})`,
  )
  const newest = sql`SELECT newest.* FROM unnest(${ownersFound(q, 10 * rows)}) AS owner(id), LATERAL (
    SELECT ${purchases.id}, ${purchases.placedAt}, false FROM ${purchases} WHERE ${purchases.customerId} = owner.id
    ORDER BY ${purchases.placedAt} DESC, ${purchases.id} DESC LIMIT ${first}) AS newest`
  return sql`SELECT id, bool_or(is_whole) AS "isMeant" FROM (${sql.join(beginning, sql` UNION ALL `)} UNION ALL (${newest})) AS found GROUP BY id, placed_at
    ORDER BY "isMeant" DESC, placed_at DESC, id DESC LIMIT ${first}`
}

/** People read an order number out without the sign that it begins with, and type its letters small. */
const spellings = (q: string) => [...new Set([q, q.toUpperCase()].flatMap((each) => [each, `#${each}`]))]

const ownersFound = (q: string, atMost: number | 'ALL') =>
  sql`ARRAY(SELECT ${customers.id} FROM ${customers} WHERE ${searchCustomers(q)} LIMIT ${sql.raw(String(atMost))})`

const numbered = (q: string) => sql`${purchases.searchText} LIKE fold(${likeTerm(q)})`

/** Two letters stand in no order number that anybody would look for, and no index finds them. */
const isNumber = (q: string) => [...q].length > 2 || /\d/.test(q)
