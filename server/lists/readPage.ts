import { and, type SQL, sql } from 'drizzle-orm'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { ask } from '../database/statement.ts'
import { knownTotals } from './knownTotals.ts'
import { limits } from './limits.ts'
import type { ListQuery } from './listQuery.ts'
import type { ListSpec } from './listSpec.ts'
import { readFound, readNearest } from './readFound.ts'

/** `total` is null where nobody counted; there may be more rows then, as where it is capped. */
type Page<Row> = { rows: Row[]; from: number; total: number | null; capped: boolean }

/** One page of a list with its total, exact for a whole table and up to 10,000 when filtered. */
export async function readPage<Row>(
  db: Db,
  spec: ListSpec<Row>,
  by: Staff,
  query: ListQuery,
  now: Date,
): Promise<Page<Row>> {
  const { where, order, from, to, isGetMany, isSteady, q } = query
  if (isGetMany) {
    const rows = await spec.rows(db, by, where ?? sql`true`, order, now, isSteady)
    return { rows, from, total: rows.length, capped: false }
  }
  const nearest = q === null || query.isCounted ? null : await readNearest(db, spec, { ...query, q })
  if (nearest?.isEnough) {
    const rows = await spec.rows(db, by, amongHits(spec, nearest.ids), order, now, true)
    return { rows, from, total: null, capped: true }
  }
  if (q !== null) {
    const { where, isWhole } = await conditionOf(db, spec, query, q)
    const { ids: found, total } = await readFound(db, spec, { ...query, q, where }, now)
    const ids = [...new Set([...(nearest?.ids ?? []), ...found])].slice(0, found.length)
    const inTheirOrder = [sql`array_position(${sql.param(ids)}::uuid[], ${spec.table.id})`]
    const rows =
      ids.length === 0 ? [] : await spec.rows(db, by, amongHits(spec, ids), inTheirOrder, now, true)
    return { rows, from, total, capped: !isWhole || total > limits.counted }
  }

  const size = to - from + 1
  const read = () =>
    from === 0 && isSteady && spec.firstRows
      ? spec.firstRows(db, where, order, size)
      : spec.rows(db, by, onPage(spec, where, order, size, from), order, now, isSteady)
  if (!where && spec.total) {
    const [rows, total] = await Promise.all([read(), spec.total(db)])
    return { rows, from, total, capped: false }
  }
  const rows = await read()
  // A page that is not full ends the list, so there is nothing left to count.
  const isLast = rows.length < size && (rows.length > 0 || from === 0)
  const total = isLast ? from + rows.length : await boundedTotal(db, spec, query, now)
  return { rows, from, ...bounded(total) }
}

async function conditionOf<Row>(db: Db, spec: ListSpec<Row>, { where, others }: ListQuery, q: string) {
  if (!spec.resolveSearch) return { where, isWhole: true }
  const { search, isWhole } = await spec.resolveSearch(db, q)
  return { where: and(others, search), isWhole }
}

/** `Content-Range: {noun} from-to/total`; an empty page says `{noun} * /total`, and `*` stands for what was not counted (RFC 9110, 14.4). */
export function contentRange<Row>(spec: ListSpec<Row>, { rows, from, total }: Page<Row>): string {
  return rows.length === 0
    ? `${spec.noun} */${total ?? '*'}`
    : `${spec.noun} ${from}-${from + rows.length - 1}/${total ?? '*'}`
}

/** The ids are found in an index alone, and no row is read that is not on the page. */
function onPage<Row>(
  { table }: ListSpec<Row>,
  where: SQL | undefined,
  order: SQL[],
  size: number,
  from: number,
) {
  const chosen = where ? sql` WHERE ${where}` : sql``
  const skipped = from > 0 ? sql` OFFSET ${from}` : sql``
  return sql`${table.id} IN (SELECT ${table.id} FROM ${table}${chosen} ORDER BY ${sql.join(order, sql`, `)} LIMIT ${sql.raw(String(size))}${skipped})`
}

const amongHits = <Row>({ table }: ListSpec<Row>, ids: string[]) =>
  sql`${table.id} = ANY (${sql.param(ids)}::uuid[])`

const bounded = (total: number) => ({ total, capped: total > limits.counted })

/** That they are more than are counted is remembered for a minute, since counting them is what takes long. */
async function boundedTotal<Row>(
  db: Db,
  { noun, table }: ListSpec<Row>,
  { where, asked, isSteady }: ListQuery,
  now: Date,
): Promise<number> {
  const totals = knownTotals(db, noun)
  const known = totals.recall(asked, now)
  if (known !== undefined) return known
  const chosen = where ? sql` WHERE ${where}` : sql``
  const [counted] = await ask<{ rows: number }>(
    db,
    sql`SELECT count(*)::int AS rows FROM (SELECT FROM ${table}${chosen} LIMIT ${sql.raw(String(limits.counted + 1))}) AS bounded`,
    isSteady,
  )
  const total = counted?.rows ?? 0
  if (total > limits.counted) totals.remember(asked, total, now, 1)
  return total
}
