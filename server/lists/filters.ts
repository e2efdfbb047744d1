import { eq, gte, lte, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { badQuery } from './badQuery.ts'
import { amongIds, parseIds } from './ids.ts'
import { limits } from './limits.ts'
import type { ColumnFilter, Filter } from './listSpec.ts'

/** Equal to a value, or to any of an array of values. */
export function anyOf(column: PgColumn, allowed?: readonly string[]): ColumnFilter {
  return (value, name) => {
    const values = Array.isArray(value) ? value : [value]
    if (values.length === 0 || values.length > limits.ids)
      throw badQuery(`${name} takes 1 to ${limits.ids} values.`)
    const texts = values.map((each) => {
      if (typeof each !== 'string') throw badQuery(`${name} takes text.`)
      if (allowed && !allowed.includes(each)) throw badQuery(`${name} is one of: ${allowed.join(', ')}.`)
      return each
    })
    return among(column, texts)
  }
}

/** As `anyOf`, of ids. */
export function anyIdOf(column: PgColumn): ColumnFilter {
  return (value, name) => amongIds(column, parseIds(Array.isArray(value) ? value : [value], name))
}

export const atOrAfter =
  (column: PgColumn): ColumnFilter =>
  (value, name) =>
    gte(column, parseInstant(value, name))

export const atOrBefore =
  (column: PgColumn): ColumnFilter =>
  (value, name) =>
    lte(column, parseInstant(value, name))

/** A day or an instant. @throws BAD_QUERY for anything else */
export function parseInstant(value: unknown, name: string): Date {
  const at = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? new Date(value) : null
  if (!at || Number.isNaN(at.getTime()))
    throw badQuery(`${name} takes a date or an instant, such as 2026-03-02T09:30:00Z.`)
  return at
}

/** A filter that is there or not, and is never the contrary. */
export const whenTrue =
  (filter: Filter): Filter =>
  (value, name, reader) => {
    if (value !== true) throw badQuery(`${name} takes true.`)
    return filter(value, name, reader)
  }

// One parameter however many values there are: such a statement has one text, and one value can follow an index's order.
function among(column: PgColumn, values: string[]): SQL {
  return values.length === 1 ? eq(column, values[0]) : sql`${column} = ANY (${sql.param(values)})`
}
