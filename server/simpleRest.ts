import { and, asc, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Staff } from './caller.ts'
import type { Db } from './database/connect.ts'
import { Refused } from './errors.ts'

/** Rows a page, offset, ids and the bound up to which a filtered list is counted (api.md, "Dialect of the lists"). */
export const limits = { rows: 1000, offset: 100_000, ids: 500, counted: 10_000, filterLength: 24_000 }

export type Sort = { column: PgColumn; expression: SQL | PgColumn; nullable: boolean }
/** Who asks, and when: some rows are theirs, and some are late by now. */
export type Reader = { by: Staff; now: Date }
export type Filter = (value: unknown, name: string, reader: Reader) => SQL | undefined
/** A filter that is the same for everyone and at any time. */
export type ColumnFilter = (value: unknown, name: string) => SQL

/** How one noun is listed: what may be sorted and filtered by, who sees which rows, and how rows are read. */
export type ListSpec<Row> = {
  noun: string
  table: PgTable & { id: PgColumn }
  sorts: Record<string, Sort>
  defaultSort: [field: string, order: 'ASC' | 'DESC']
  filters: Record<string, Filter>
  search?: (q: string, by: Staff) => SQL
  /**
   * The search of a page, where something else is to be found first, and whether it finds all that `search` does; if
   * not, there are more than its total says.
   */
  resolveSearch?: (db: Db, q: string) => Promise<{ search: SQL; isWhole: boolean }>
  /**
   * Which hits stand together in the index of this ascending sort. Of many hits, which nobody pages through, these
   * come first.
   */
  closest?: { sort: string; where: (q: string) => SQL }
  /**
   * The ids of so many rows that are closest to what was typed, found without looking at all hits. Asked for by who
   * wants no total (`Prefer: count=none`); the words decide which rows, the sort their order.
   */
  nearest?: (q: string, rows: number) => SQL
  /** Adds why a search found a row, where the row itself does not show it. */
  withWhyFound?(db: Db, q: string, rows: Row[]): Promise<Row[]>
  /** Which rows this reader may see at all, given what is asked for. */
  visible?: (by: Staff, filter: Record<string, unknown>) => SQL | undefined
  /** How many rows there are in all, where that is kept and need not be counted. */
  total?: (db: Db) => Promise<number>
  /** `isSteady`: one plan suits the statement whatever its values are. */
  rows: (db: Db, by: Staff, picked: SQL, order: SQL[], now: Date, isSteady: boolean) => Promise<Row[]>
  /** The first rows of a sort whose index leads straight to them, which is less work than finding their ids first. */
  firstRows?: (db: Db, where: SQL | undefined, order: SQL[], size: number) => Promise<Row[]>
}

export type ListQuery = {
  where: SQL | undefined
  /** The conditions but `q`. */
  others: SQL | undefined
  /** Which rows are asked for, and by whom. */
  asked: string
  q: string | null
  order: SQL[]
  /** What `order` looks at, the id apart. */
  sorted: PgColumn | null
  /** The sort by its name, if it ascends. */
  ascending: string | null
  from: number
  to: number
  /** Whether all the ids in `where` are wanted, however many. */
  isGetMany: boolean
  /** Whether there is no condition but `q`. */
  isSearchAlone: boolean
  isSteady: boolean
  /** Whether a total is wanted. */
  isCounted: boolean
}

/**
 * Reads the simple-rest query of a list.
 * @throws BAD_QUERY that names the fault
 */
export function parseQuery<Row>(
  spec: ListSpec<Row>,
  reader: Reader,
  params: URLSearchParams,
  isCounted = true,
): ListQuery {
  const { by } = reader
  for (const name of new Set(params.keys())) {
    if (!['filter', 'range', 'sort'].includes(name)) throw bad(`${name} is not a parameter of a list.`)
    if (params.getAll(name).length > 1) throw bad(`${name} was given more than once.`)
  }
  const filter = parseFilter(params.get('filter'))
  const { id: ids = null, q = null, ...named } = filter
  const conditions = Object.entries(named).map(([name, value]) => {
    const condition = Object.hasOwn(spec.filters, name) ? spec.filters[name] : undefined
    if (!condition) throw bad(`${name} is not a filter of ${spec.noun}.`)
    return condition(value, name, reader)
  })
  const wanted = ids === null ? null : parseIds(ids)
  if (wanted) conditions.push(amongIds(spec.table.id, wanted))
  const searched = parseSearch(q)
  if (searched !== null) {
    if (!spec.search) throw bad(`${spec.noun} cannot be searched by q.`)
  }
  const isGetMany = wanted !== null && params.get('range') === null
  const [from, to] = isGetMany ? [0, limits.ids - 1] : parseRange(params.get('range'))
  const visible = spec.visible?.(by, named)
  const others = and(...conditions, visible)
  return {
    where: searched === null ? others : and(others, spec.search?.(searched, by)),
    others,
    asked: JSON.stringify([by.id, filter]),
    q: searched,
    ...parseSort(spec, params.get('sort')),
    from,
    to,
    isGetMany,
    isCounted,
    isSearchAlone: searched !== null && others === undefined,
    // Ids are spread so evenly that the database need not plan anew for each.
    isSteady:
      searched === null && visible === undefined && Object.keys(named).every((name) => name.endsWith('Id')),
  }
}

export const bad = (fault: string) => new Refused('BAD_QUERY', { values: { fault } })

export const sortBy = (column: PgColumn): Sort => ({
  column,
  expression: column,
  nullable: !column.notNull,
})
/** Names as people expect them in a list, whatever their script (root collation, PostgreSQL 15 and newer). */
export const sortByName = (column: PgColumn): Sort => ({
  column,
  expression: sql`${column} COLLATE "und-x-icu"`,
  nullable: !column.notNull,
})

/** Equal to a value, or to any of an array of values. */
export function anyOf(column: PgColumn, allowed?: readonly string[]): ColumnFilter {
  return (value, name) => {
    const values = Array.isArray(value) ? value : [value]
    if (values.length === 0 || values.length > limits.ids)
      throw bad(`${name} takes 1 to ${limits.ids} values.`)
    const texts = values.map((each) => {
      if (typeof each !== 'string') throw bad(`${name} takes text.`)
      if (allowed && !allowed.includes(each)) throw bad(`${name} is one of: ${allowed.join(', ')}.`)
      return each
    })
    return among(column, texts)
  }
}

export function anyIdOf(column: PgColumn): ColumnFilter {
  return (value, name) => amongIds(column, parseIds(Array.isArray(value) ? value : [value], name))
}

// One parameter however many values there are: such a statement has one text, and one value can follow an index's order.
function among(column: PgColumn, values: string[]): SQL {
  return values.length === 1 ? eq(column, values[0]) : sql`${column} = ANY (${sql.param(values)})`
}
export function amongIds(column: PgColumn, ids: string[]): SQL {
  return ids.length === 1 ? eq(column, ids[0]) : sql`${column} = ANY (${sql.param(ids)}::uuid[])`
}

export const atOrAfter =
  (column: PgColumn): ColumnFilter =>
  (value, name) =>
    gte(column, parseInstant(value, name))
export const atOrBefore =
  (column: PgColumn): ColumnFilter =>
  (value, name) =>
    lte(column, parseInstant(value, name))

export function parseInstant(value: unknown, name: string): Date {
  const at = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? new Date(value) : null
  if (!at || Number.isNaN(at.getTime()))
    throw bad(`${name} takes a date or an instant, such as 2026-03-02T09:30:00Z.`)
  return at
}

/** A term for LIKE, in which the wildcards mean themselves. */
export const likeTerm = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

function parseFilter(text: string | null): Record<string, unknown> {
  if (text === null) return {}
  if (text.length > limits.filterLength) throw bad('filter is too long.')
  const filter = parseJson(text, 'filter')
  if (filter === null || typeof filter !== 'object' || Array.isArray(filter))
    throw bad('filter is not a JSON object.')
  return Object.fromEntries(Object.entries(filter))
}

function parseIds(value: unknown, name = 'id'): string[] {
  if (!Array.isArray(value)) throw bad(`${name} takes an array of ids.`)
  if (value.length > limits.ids) throw bad(`At most ${limits.ids} ids are read at once.`)
  return value.map((each) => {
    if (typeof each !== 'string' || !isId(each)) throw bad(`${name} holds something that is not an id.`)
    return each
  })
}

export const isId = (text: string) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)

function parseSearch(q: unknown): string | null {
  if (q === null || q === '') return null
  if (typeof q !== 'string' || q.length > 100 || q.includes('\0')) throw bad('q takes up to 100 characters.')
  const term = q.trim()
  return term === '' ? null : term
}

function parseRange(text: string | null): [number, number] {
  if (text === null) return [0, 24]
  const range = parseJson(text, 'range')
  if (!Array.isArray(range) || range.length !== 2) throw bad('range is not a pair of row numbers.')
  const [from, to]: unknown[] = range
  if (
    !Number.isSafeInteger(from) ||
    !Number.isSafeInteger(to) ||
    typeof from !== 'number' ||
    typeof to !== 'number'
  ) {
    throw bad('range takes whole numbers.')
  }
  if (from < 0 || to < from) throw bad('range runs backwards or below zero.')
  if (to - from >= limits.rows) throw bad(`A page has at most ${limits.rows} rows.`)
  if (from > limits.offset) throw bad(`Rows past ${limits.offset} are reached by a filter, not by paging.`)
  return [from, to]
}

function parseSort<Row>(
  spec: ListSpec<Row>,
  text: string | null,
): Pick<ListQuery, 'order' | 'sorted' | 'ascending'> {
  const pair: unknown = text === null ? spec.defaultSort : parseJson(text, 'sort')
  if (!Array.isArray(pair) || pair.length !== 2) throw bad('sort is not a pair of field and order.')
  const [field, way]: unknown[] = pair
  if (way !== 'ASC' && way !== 'DESC') throw bad('The order is ASC or DESC.')
  const { id } = spec.table
  const turn = way === 'ASC' ? asc : desc
  if (field === 'id') return { order: [turn(id)], sorted: null, ascending: null }
  const sort = typeof field === 'string' && Object.hasOwn(spec.sorts, field) ? spec.sorts[field] : undefined
  if (!sort) throw bad(`${spec.noun} cannot be sorted by ${String(field).slice(0, 60)}.`)
  const first = turn(sort.expression)
  const order = [sort.nullable && way === 'DESC' ? sql`${first} NULLS LAST` : first, turn(id)]
  return { order, sorted: sort.column, ascending: way === 'ASC' ? String(field) : null }
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw bad(`${name} is not valid JSON.`)
  }
}
