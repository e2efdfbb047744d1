import { type Column, fillPlaceholders, type GetColumnData, SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { CustomTypesConfig, QueryResult, QueryResultRow } from 'pg'
import { types } from 'pg'
import type { Db, Tx } from './connect.ts'

/**
 * Statements of the busiest ways, without the work that a query builder does for each request: their text is put
 * together once, PostgreSQL prepares it once a connection, and rows need no second pass.
 */

const dialect = new PgDialect()

/** Instants arrive as the API says them, in UTC with milliseconds; sessions speak UTC (connect.ts). */
const asAnswered: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === types.builtins.TIMESTAMPTZ ? instant : types.getTypeParser(oid, format),
}

// Every connection keeps what it has prepared, so there is an end to it.
const atMost = 300
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= atMost) return known
  const name = `steady_${names.size}`
  names.set(text, name)
  return name
}

/** A statement that never changes, prepared under its name. */
export function statement<Row extends QueryResultRow>(name: string, text: string) {
  return async (db: Pick<Db, '$client'>, values: unknown[]): Promise<Row[]> => {
    const { rows } = await db.$client.query<Row>({ name, text, values, types: asAnswered })
    return rows
  }
}

/** As `statement`, within a transaction; instants arrive as PostgreSQL writes them. */
export function statementWithin<Row extends QueryResultRow>(name: string, text: string) {
  type Answer = { execute: QueryResult<Row>; all: unknown; values: unknown }
  return async (tx: Tx, values: unknown[]): Promise<Row[]> => {
    const query = { sql: text, params: values }
    const { rows } = await tx._.session.prepareQuery<Answer>(query, undefined, name, false).execute()
    return rows
  }
}

type Columns = Record<string, Column | SQL>
type AsText<Value> = Value extends Date ? string : Value
export type RowOf<Chosen extends Columns> = {
  [Name in keyof Chosen]: Chosen[Name] extends SQL<infer Value>
    ? AsText<Value>
    : Chosen[Name] extends Column
      ? AsText<GetColumnData<Chosen[Name]>>
      : never
}

/** One row by the id in a column: columns of a table and what is joined to it. */
export function selectionById<Chosen extends Columns>(columns: Chosen, from: SQL, idColumn: Column) {
  const { sql: text, params } = dialect.sqlToQuery(
    sql`${selecting(columns, from)} WHERE ${idColumn} = ${sql.placeholder('id')}`,
  )
  const name = nameOf(text)
  return async (db: Pick<Db, '$client'>, id: string): Promise<RowOf<Chosen> | null> => {
    const values = fillPlaceholders(params, { id })
    const { rows } = await db.$client.query<RowOf<Chosen>>({
      text,
      values,
      types: asAnswered,
      ...(name !== undefined && { name }),
    })
    return rows[0] ?? null
  }
}

/** Columns of a table and what is joined to it; each call adds which rows, and in what order. */
export function selection<Chosen extends Columns>(columns: Chosen, from: SQL) {
  const head = ready(selecting(columns, from))
  return (db: Pick<Db, '$client'>, rest: SQL, isSteady: boolean): Promise<RowOf<Chosen>[]> =>
    ask<RowOf<Chosen>>(db, sql`${head} ${rest}`, isSteady)
}

/**
 * Runs a statement that is put together anew. A steady one has few texts, and one plan that suits whatever values come:
 * it is prepared. Others are planned for their values each time.
 */
export async function ask<Row extends QueryResultRow>(
  db: Pick<Db, '$client'>,
  query: SQL,
  isSteady: boolean,
): Promise<Row[]> {
  const { sql: text, params } = dialect.sqlToQuery(query)
  const name = isSteady ? nameOf(text) : undefined
  const { rows } = await db.$client.query<Row>({
    text,
    values: params,
    types: asAnswered,
    ...(name !== undefined && { name }),
  })
  return rows
}

function selecting(columns: Columns, from: SQL): SQL {
  const named = Object.entries(columns).map(([name, column]) => sql`${column} AS ${sql.identifier(name)}`)
  return sql`SELECT ${sql.join(named, sql`, `)} FROM ${from}`
}

/** A piece of SQL as its finished text, so that putting it into a statement costs nothing more. */
function ready(piece: SQL): SQL {
  const { sql: text, params } = dialect.sqlToQuery(piece)
  const parts = text.split(/\$\d+/).map((part) => sql.raw(part))
  return new SQL(
    parts.flatMap((part, index) => (index === 0 ? [part] : [sql.param(params[index - 1]), part])),
  )
}

const plain = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

/** PostgreSQL's text of an instant as RFC 3339. */
function instant(text: string): string {
  const parts = plain.exec(text)
  if (!parts) return new Date(text).toISOString()
  const [, day, time, fraction = ''] = parts
  return `${day}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
}
