import { boolean, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { roles } from '../../../contract/permissions.ts'
import { stamps, version } from './columns.ts'

export const staff = pgTable('staff', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  role: text('role', { enum: roles }).notNull(),
  state: text('state', { enum: ['invited', 'active', 'suspended', 'offboarded'] }).notNull(),
  version,
  ...stamps,
})
