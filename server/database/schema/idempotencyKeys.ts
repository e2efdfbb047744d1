import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from './columns.ts'

export const idempotencyKeys = pgTable('idempotency_keys', {
  staffId: uuid('staff_id').notNull(),
  key: text('key').notNull(),
  bodySha256: bytes('body_sha256').notNull(),
  status: integer('status'),
  noun: text('noun'),
  recordId: uuid('record_id'),
  at: instant('at').notNull(),
})
