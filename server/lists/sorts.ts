import { sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Sort } from './listSpec.ts'

/** By the column as it is. */
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
