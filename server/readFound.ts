import { type SQL, sql } from 'drizzle-orm'
import type { Db } from './database/connect.ts'
import { ask } from './database/statement.ts'
import { type ListQuery, type ListSpec, limits } from './simpleRest.ts'

type Search = Pick<ListQuery, 'where' | 'order' | 'sorted' | 'from' | 'to' | 'isSearchAlone'> & { q: string }
export type Found = { ids: string[]; total: number }

const past = limits.counted + 1
/** Rows of a sort that are looked through before all hits are: what one in forty has in common fills a page of them. */
const near = 1000

/**
 * The ids of one page of what a search found. With a sort and a limit the planner would walk the sort's index past a
 * million strangers; so the hits are collected first, up to the bound, and sorted then. What more people have in common
 * than are counted is looked for along the sort, where a page of it is soon found.
 */
export async function readFound<Row>(db: Db, spec: ListSpec<Row>, search: Search, now: Date): Promise<Found> {
  const common = search.isSearchAlone ? commonTermsOf(db, spec.noun) : null
  const until = common?.get(search.q)
  if (until === undefined || until <= now.getTime()) {
    const found = await collected(db, spec, search)
    if (found.total < past) return found
    common?.set(search.q, now.getTime() + remembered)
  }
  const first = await nearBeginning(db, spec, search)
  const isFull = first.length > search.to - search.from
  return { ids: isFull ? first : await amongAll(db, spec, search), total: past }
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

/** The page among the first rows of the sort, whose index stops as soon as it is full. */
async function nearBeginning<Row>(db: Db, { table }: ListSpec<Row>, search: Search): Promise<string[]> {
  const first = sql`SELECT * FROM ${table} ORDER BY ${sql.join(search.order, sql`, `)} LIMIT ${sql.raw(String(near))}`
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

// That more than 10,000 have a term in common stays true: rows are never deleted, and corrections are few.
const remembered = 10 * 60_000
const rememberedTerms = 1000
const commonTerms = new WeakMap<Db, Map<string, TermsOf>>()
type TermsOf = Map<string, number>

function commonTermsOf(db: Db, noun: string): TermsOf {
  const nouns = commonTerms.get(db) ?? new Map<string, TermsOf>()
  commonTerms.set(db, nouns)
  const terms = nouns.get(noun) ?? new Map<string, number>()
  nouns.set(noun, terms)
  if (terms.size > rememberedTerms) terms.clear()
  return terms
}
