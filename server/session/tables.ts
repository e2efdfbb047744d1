import { customType, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// 0001_staff.sql makes the tables; this page only tells TypeScript their shapes.

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const accounts = pgTable('accounts', {
  id: uuid('id').primaryKey(),
  staffId: uuid('staff_id').notNull(),
  providerId: text('provider_id').notNull(),
  accountId: text('account_id').notNull(),
  password: text('password'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const sessions = pgTable('sessions', {
  id: uuid('id').primaryKey(),
  staffId: uuid('staff_id').notNull(),
  tokenHash: bytes('token_hash').notNull(),
  createdAt: instant('created_at').notNull(),
  lastSeenAt: instant('last_seen_at').notNull(),
  authenticatedAt: instant('authenticated_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

export const signInLimits = pgTable('sign_in_limits', {
  key: text('key').primaryKey(),
  staffId: uuid('staff_id'),
  failures: integer('failures').notNull(),
  until: instant('until').notNull(),
})

export const signInFailures = pgTable(
  'sign_in_failures',
  {
    account: text('account').notNull(),
    minute: instant('minute').notNull(),
    failures: integer('failures').notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.minute] })],
)
