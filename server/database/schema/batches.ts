import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import {
  type BatchOutcome,
  type BatchScope,
  batchActions,
  batchStates,
  type Counts,
  type NotEligible,
} from '../../../contract/batches.ts'
import type { Role } from '../../../contract/permissions.ts'
import type { DeactivationReason, Ineligibility } from '../../../contract/purchases.ts'
import { bytes, instant, stamps, version } from './columns.ts'

export const dryRuns = pgTable('dry_runs', {
  id: uuid('id').primaryKey(),
  action: text('action', { enum: batchActions }).notNull(),
  scope: jsonb('scope').$type<BatchScope>().notNull(),
  scopeSha256: bytes('scope_sha256').notNull(),
  reason: text('reason').$type<DeactivationReason>(),
  note: text('note'),
  items: integer('items').notNull(),
  counts: jsonb('counts').$type<Counts>().notNull(),
  notEligible: jsonb('not_eligible').$type<NotEligible>().notNull(),
  purchaseIds: uuid('purchase_ids').array().notNull(),
  versions: integer('versions').array().$type<(number | null)[]>().notNull(),
  outcomes: text('outcomes').array().$type<BatchOutcome[]>().notNull(),
  codes: text('codes').array().$type<(Ineligibility | null)[]>().notNull(),
  by: uuid('by').notNull(),
  at: instant('at').notNull(),
})

export const batches = pgTable('batches', {
  id: uuid('id').primaryKey(),
  action: text('action', { enum: batchActions }).notNull(),
  state: text('state', { enum: batchStates }).notNull(),
  scope: jsonb('scope').$type<BatchScope>().notNull(),
  reason: text('reason').$type<DeactivationReason>(),
  note: text('note'),
  items: integer('items').notNull(),
  expected: jsonb('expected').$type<Counts>().notNull(),
  expectedNotEligible: jsonb('expected_not_eligible').$type<NotEligible>().notNull(),
  processed: integer('processed').notNull().default(0),
  counts: jsonb('counts').$type<Counts>().notNull(),
  notEligible: jsonb('not_eligible').$type<NotEligible>().notNull(),
  dryRunId: uuid('dry_run_id'),
  reverses: uuid('reverses'),
  proposedBy: uuid('proposed_by').notNull(),
  proposedAt: instant('proposed_at').notNull(),
  approvedBy: uuid('approved_by'),
  approvedAt: instant('approved_at'),
  stoppedBy: uuid('stopped_by'),
  runBy: uuid('run_by'),
  runRole: text('run_role').$type<Role>(),
  startedAt: instant('started_at'),
  endedAt: instant('ended_at'),
  chunks: integer('chunks').notNull().default(0),
  progressedAt: instant('progressed_at'),
  version,
  ...stamps,
})

export const batchItems = pgTable('batch_items', {
  id: uuid('id').primaryKey(),
  batchId: uuid('batch_id').notNull(),
  purchaseId: uuid('purchase_id').notNull(),
  seenVersion: integer('seen_version'),
  expected: text('expected').$type<BatchOutcome>().notNull(),
  outcome: text('outcome').$type<BatchOutcome | 'waiting'>().notNull().default('waiting'),
  code: text('code').$type<Ineligibility>(),
  versionAfter: integer('version_after'),
  at: instant('at'),
})
