import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { type View, viewNouns, viewStates } from '../../../contract/views.ts'
import { instant } from './columns.ts'

export const views = pgTable('views', {
  id: uuid('id').primaryKey(),
  owner: uuid('owner').notNull(),
  noun: text('noun', { enum: viewNouns }).notNull(),
  name: text('name').notNull(),
  filter: jsonb('filter').$type<View['filter']>().notNull(),
  sort: jsonb('sort').$type<View['sort']>(),
  columns: text('columns').array(),
  shared: boolean('shared').notNull(),
  state: text('state', { enum: viewStates }).notNull(),
  version: integer('version').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})
