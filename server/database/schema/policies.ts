import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { stamps, version } from './columns.ts'

export const policies = pgTable('policies', {
  id: uuid('id').primaryKey(),
  key: text('key').notNull(),
  title: text('title').notNull(),
  contactEmail: text('contact_email').notNull(),
  language: text('language').notNull().default('en'),
  version,
  ...stamps,
})
