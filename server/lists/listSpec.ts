import type { SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'

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
   * wants no total (`Prefer: count=none`); the words decide which rows, the sort their order. `"isMeant"` says of a row
   * that what was typed is its whole name: nobody then looks for others that contain it.
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
