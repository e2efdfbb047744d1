import { integer, pgTable, text } from 'drizzle-orm/pg-core'

export const referenceYears = pgTable('reference_years', {
  prefix: text('prefix').notNull(),
  year: integer('year').notNull(),
  last: integer('last').notNull(),
})
