import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { actorKinds, eventOutcomes } from '../../../contract/events.ts'
import { roles } from '../../../contract/permissions.ts'
import { bytes, instant, money } from './columns.ts'

export const events = pgTable('events', {
  chain: integer('chain').notNull(),
  seq: money('seq').notNull(),
  id: uuid('id').notNull(),
  at: instant('at').notNull(),
  actorKind: text('actor_kind', { enum: actorKinds }).notNull(),
  actorId: uuid('actor_id'),
  actorRole: text('actor_role', { enum: roles }),
  sessionId: text('session_id'),
  act: text('act').notNull(),
  noun: text('noun').notNull(),
  recordId: text('record_id'),
  customerId: uuid('customer_id'),
  outcome: text('outcome', { enum: eventOutcomes }).notNull(),
  code: text('code'),
  reason: text('reason'),
  fields: text('fields').array(),
  requestId: text('request_id').notNull(),
  body: text('body').notNull(),
  prevHash: bytes('prev_hash').notNull(),
  hash: bytes('hash').notNull(),
})
