import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, stamps, version } from './columns.ts'

export const settings = pgTable('settings', {
  id: uuid('id').primaryKey(),
  key: text('key').notNull(),
  value: jsonb('value').$type<object>().notNull(),
  version,
  ...stamps,
  updatedBy: uuid('updated_by'),
})

export const settingVersions = pgTable('setting_versions', {
  settingId: uuid('setting_id').notNull(),
  version: integer('version').notNull(),
  value: jsonb('value').$type<object>().notNull(),
  by: uuid('by'),
  at: instant('at').notNull(),
})
