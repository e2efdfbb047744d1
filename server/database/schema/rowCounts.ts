import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { money } from './columns.ts'

export const rowCounts = pgTable('row_counts', {
  noun: text('noun').notNull(),
  slot: integer('slot').notNull(),
  rows: money('rows').notNull(),
})
