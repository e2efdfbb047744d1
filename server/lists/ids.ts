import { eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { badQuery } from './badQuery.ts'
import { limits } from './limits.ts'

/** Whether a text has the form of our ids. */
export const isId = (text: string) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)

/** @throws BAD_QUERY unless it is an array of ids, 500 at most */
export function parseIds(value: unknown, name = 'id'): string[] {
  if (!Array.isArray(value)) throw badQuery(`${name} takes an array of ids.`)
  if (value.length > limits.ids) throw badQuery(`At most ${limits.ids} ids are read at once.`)
  return value.map((each) => {
    if (typeof each !== 'string' || !isId(each)) throw badQuery(`${name} holds something that is not an id.`)
    return each
  })
}

/** As one parameter however many they are: such a statement has one text. */
export function amongIds(column: PgColumn, ids: string[]): SQL {
  return ids.length === 1 ? eq(column, ids[0]) : sql`${column} = ANY (${sql.param(ids)}::uuid[])`
}
