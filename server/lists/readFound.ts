import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../database/connect.ts'
import { ask } from '../database/statement.ts'
import { alongIndex } from './alongIndex.ts'
import { knownTotals } from './knownTotals.ts'
import { limits } from './limits.ts'
import type { ListQuery } from './listQuery.ts'
import type { ListSpec } from './listSpec.ts'

type Search = Pick<
  ListQuery,
  'where' | 'asked' | 'order' | 'sorted' | 'ascending' | 'from' | 'to' | 'isSearchAlone'
> & { q: string }
type Found = { ids: string[]; total: number }

const past = limits.counted + 1
/** Nobody pages through more hits than this; what stands closest to the words comes first among them. */
const many = 1000
/** Rows of a sort that are looked through before all hits are: what one in forty has in common fills a page of them. */
const near = [1000, 10_000]

/**
 * The ids of one page of what a search found. With a sort and a limit the planner would walk the sort's index past a
 * million strangers; so the hits are collected first, up to the bound, and sorted then. Of many, a page is looked for
 * along the sort, where it is soon found: among those who stand together in it and so come first, else from its
 * beginning.
 */
export async function readFound<Row>(db: Db, spec: ListSpec<Row>, search: Search, now: Date): Promise<Found> {
  const totals = knownTotals(db, spec.noun)
  const known = totals.recall(search.asked, now)
  const found = known === undefined ? await collected(db, spec, search) : null
  if (found && found.total <= many) return found
  // What a filter leaves changes with each act. That more hits than are counted bear a word stays true for longer: rows
  // are never deleted, and corrections are few.
  if (found?.total === past) totals.remember(search.asked, past, now, search.isSearchAlone ? 10 : 1)
  else if (found && search.isSearchAlone) totals.remember(search.asked, found.total, now, 1)

  const total = known ?? found?.total ?? past
  const closest = await closestFirst(db, spec, search, total)
  if (closest) return { ids: closest, total }
  if (found && total < past) return found
  return { ids: await inOrder(db, spec, search, total), total }
}

/**
 * The ids that come first on a first page, without looking at all hits, and whether they are all that is wanted: they
 * fill it, or what was typed is the whole of what names one of them. Null where this is not known.
 */
export async function readNearest<Row>(
  db: Db,
  { nearest }: ListSpec<Row>,
  { q, from, to, isSearchAlone }: Search,
): Promise<{ ids: string[]; isEnough: boolean } | null> {
  if (!nearest || from > 0 || !isSearchAlone) return null
  const found = await ask<{ id: string; isMeant?: boolean }>(db, nearest(q, to + 1), false)
  const isEnough = found.length > to || found.some(({ isMeant }) => isMeant)
  return { ids: found.map(({ id }) => id), isEnough }
}

/** The page, if hits stand together in this sort: these, then all others. */
async function closestFirst<Row>(
  db: Db,
  spec: ListSpec<Row>,
  search: Search,
  total: number,
): Promise<string[] | null> {
  if (!spec.closest || search.ascending !== spec.closest.sort) return null
  const closest = spec.closest.where(search.q)
  const together = await standingTogether(db, spec, search, closest)
  if (together.length === 0) return null
  const { from, to } = search
  if (together.length > to) return together.slice(from)
  const where = sql`(${search.where}) AND (${closest}) IS NOT TRUE`
  const rest = { ...search, where, from: Math.max(0, from - together.length), to: to - together.length }
  return [...together.slice(from), ...(await inOrder(db, spec, rest, total))]
}

/** The page of the sort, looked for where it is soonest found; where hits are fewer, sorting them is soon less work. */
async function inOrder<Row>(db: Db, spec: ListSpec<Row>, search: Search, total: number): Promise<string[]> {
  for (const rows of total < past ? near.slice(0, 1) : near) {
    const first = await nearBeginning(db, spec, search, rows)
    if (first.length > search.to - search.from) return first
  }
  return amongAll(db, spec, search)
}

/** Counts the hits up to the bound and sorts them. */
async function collected<Row>(db: Db, { table }: ListSpec<Row>, search: Search): Promise<Found> {
  const [found] = await ask<Found>(
    db,
    sql`WITH hits AS MATERIALIZED (SELECT ${columnsOf(table, search)} FROM ${table} WHERE ${search.where} LIMIT ${sql.raw(String(past))})
      SELECT (SELECT count(*)::int FROM hits) AS total,
        ARRAY(SELECT ${table.id} FROM hits AS ${table} ${pageOf(search)}) AS ids`,
    false,
  )
  return found ?? { ids: [], total: 0 }
}

/** The hits among those who stand together in the sort, as far as the end of the page. */
async function standingTogether<Row>(
  db: Db,
  { table }: ListSpec<Row>,
  { where, order, to }: Search,
  closest: SQL,
): Promise<string[]> {
  const found = await ask<{ id: string }>(
    db,
    sql`SELECT ${table.id} AS id FROM ${alongIndex(table, closest, order)} WHERE ${where} LIMIT ${sql.raw(String(to + 1))}`,
    false,
  )
  return found.map(({ id }) => id)
}

/** The page among the first rows of the sort, whose index stops as soon as it is full. */
async function nearBeginning<Row>(
  db: Db,
  { table }: ListSpec<Row>,
  search: Search,
  rows: number,
): Promise<string[]> {
  const first = sql`SELECT * FROM ${table} ORDER BY ${sql.join(search.order, sql`, `)} LIMIT ${sql.raw(String(rows))}`
  const found = await ask<{ id: string }>(
    db,
    sql`SELECT ${table.id} AS id FROM (${first}) AS ${table} WHERE ${search.where} ${pageOf(search)}`,
    false,
  )
  return found.map(({ id }) => id)
}

/** The page where whoever is meant stands close together further down, as people of one name do. */
async function amongAll<Row>(db: Db, { table }: ListSpec<Row>, search: Search): Promise<string[]> {
  const hits = sql`SELECT ${columnsOf(table, search)} FROM ${table} WHERE ${search.where} OFFSET 0`
  const found = await ask<{ id: string }>(
    db,
    sql`SELECT ${table.id} AS id FROM (${hits}) AS ${table} ${pageOf(search)}`,
    false,
  )
  return found.map(({ id }) => id)
}

const columnsOf = ({ id }: ListSpec<unknown>['table'], { sorted }: Search): SQL =>
  sorted ? sql`${id}, ${sorted}` : sql`${id}`

function pageOf({ order, from, to }: Search): SQL {
  const skipped = from > 0 ? sql` OFFSET ${from}` : sql``
  return sql`ORDER BY ${sql.join(order, sql`, `)} LIMIT ${sql.raw(String(to - from + 1))}${skipped}`
}
