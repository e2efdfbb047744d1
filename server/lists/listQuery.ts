import { and, asc, desc, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { longestSearch } from '../../contract/longestSearch.ts'
import { badQuery } from './badQuery.ts'
import { amongIds, parseIds } from './ids.ts'
import { limits } from './limits.ts'
import type { ListSpec, Reader } from './listSpec.ts'

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
    if (!['filter', 'range', 'sort'].includes(name)) throw badQuery(`${name} is not a parameter of a list.`)
    if (params.getAll(name).length > 1) throw badQuery(`${name} was given more than once.`)
  }
  const filter = parseFilter(params.get('filter'))
  const { id: ids = null, q = null, ...named } = filter
  const conditions = Object.entries(named).map(([name, value]) => {
    const condition = Object.hasOwn(spec.filters, name) ? spec.filters[name] : undefined
    if (!condition) throw badQuery(`${name} is not a filter of ${spec.noun}.`)
    return condition(value, name, reader)
  })
  const wanted = ids === null ? null : parseIds(ids)
  if (wanted) conditions.push(amongIds(spec.table.id, wanted))
  const searched = parseSearch(q)
  if (searched !== null && !spec.search) throw badQuery(`${spec.noun} cannot be searched by q.`)
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

function parseFilter(text: string | null): Record<string, unknown> {
  if (text === null) return {}
  if (text.length > limits.filterLength) throw badQuery('filter is too long.')
  const filter = parseJson(text, 'filter')
  if (filter === null || typeof filter !== 'object' || Array.isArray(filter))
    throw badQuery('filter is not a JSON object.')
  return Object.fromEntries(Object.entries(filter))
}

function parseSearch(q: unknown): string | null {
  if (q === null || q === '') return null
  if (typeof q !== 'string' || q.length > longestSearch || q.includes('\0')) {
    throw badQuery(`q takes up to ${longestSearch} characters.`)
  }
  const term = q.trim()
  return term === '' ? null : term
}

function parseRange(text: string | null): [number, number] {
  if (text === null) return [0, 24]
  const range = parseJson(text, 'range')
  if (!Array.isArray(range) || range.length !== 2) throw badQuery('range is not a pair of row numbers.')
  const [from, to]: unknown[] = range
  if (
    !Number.isSafeInteger(from) ||
    !Number.isSafeInteger(to) ||
    typeof from !== 'number' ||
    typeof to !== 'number'
  ) {
    throw badQuery('range takes whole numbers.')
  }
  if (from < 0 || to < from) throw badQuery('range runs backwards or below zero.')
  if (to - from >= limits.rows) throw badQuery(`A page has at most ${limits.rows} rows.`)
  if (from > limits.offset)
    throw badQuery(`Rows past ${limits.offset} are reached by a filter, not by paging.`)
  return [from, to]
}

function parseSort<Row>(
  spec: ListSpec<Row>,
  text: string | null,
): Pick<ListQuery, 'order' | 'sorted' | 'ascending'> {
  const pair: unknown = text === null ? spec.defaultSort : parseJson(text, 'sort')
  if (!Array.isArray(pair) || pair.length !== 2) throw badQuery('sort is not a pair of field and order.')
  const [field, way]: unknown[] = pair
  if (way !== 'ASC' && way !== 'DESC') throw badQuery('The order is ASC or DESC.')
  const { id } = spec.table
  const turn = way === 'ASC' ? asc : desc
  if (field === 'id') return { order: [turn(id)], sorted: null, ascending: null }
  const sort = typeof field === 'string' && Object.hasOwn(spec.sorts, field) ? spec.sorts[field] : undefined
  if (!sort) throw badQuery(`${spec.noun} cannot be sorted by ${String(field).slice(0, 60)}.`)
  const first = turn(sort.expression)
  const order = [sort.nullable && way === 'DESC' ? sql`${first} NULLS LAST` : first, turn(id)]
  return { order, sorted: sort.column, ascending: way === 'ASC' ? String(field) : null }
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badQuery(`${name} is not valid JSON.`)
  }
}
