import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/**
 * Rows of a range along the index of its order, to be looked through for the first few that fit: PostgreSQL keeps the
 * order of a subquery that is only filtered, and an ORDER BY around it would have it read the range to its end. Left to
 * itself the planner takes the names that begin with two letters for a row or two, collects them from whatever index
 * it likes and sorts them, for half a second; OFFSET 0 keeps what is looked for out of its sums.
 */
export function alongIndex(table: PgTable, range: SQL, order: SQL[]): SQL {
  return sql`(SELECT * FROM ${table} WHERE ${range} ORDER BY ${sql.join(order, sql`, `)} OFFSET 0) AS ${table}`
}
