import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { lintCodes } from '../../../contract/lints.ts'
import { changeKinds, reviewActs, revisionOrigins, revisionStates } from '../../../contract/revisions.ts'
import { instant, stamps, version } from './columns.ts'

export const revisions = pgTable('revisions', {
  id: uuid('id').primaryKey(),
  policyId: uuid('policy_id').notNull(),
  number: integer('number'),
  state: text('state', { enum: revisionStates }).notNull().default('draft'),
  baseRevisionId: uuid('base_revision_id'),
  body: text('body').notNull(),
  contentSha256: text('content_sha256').notNull(),
  changeKind: text('change_kind', { enum: changeKinds }).notNull().default('substantive'),
  changeSummary: text('change_summary'),
  reasonInternal: text('reason_internal'),
  discardReason: text('discard_reason'),
  origin: text('origin', { enum: revisionOrigins }).notNull().default('staff'),
  createdBy: uuid('created_by'),
  publishedBy: uuid('published_by'),
  publishedAt: instant('published_at'),
  effectiveAt: instant('effective_at'),
  supersededAt: instant('superseded_at'),
  savedBy: uuid('saved_by'),
  savedAt: instant('saved_at'),
  savingSince: instant('saving_since'),
  savedFields: text('saved_fields').array(),
  savedByHand: boolean('saved_by_hand').notNull().default(true),
  version,
  ...stamps,
})

export const revisionEditors = pgTable('revision_editors', {
  revisionId: uuid('revision_id').notNull(),
  staffId: uuid('staff_id').notNull(),
  at: instant('at').notNull(),
})

export const revisionReviews = pgTable('revision_reviews', {
  id: uuid('id').primaryKey(),
  revisionId: uuid('revision_id').notNull(),
  act: text('act', { enum: reviewActs }).notNull(),
  comments: text('comments'),
  contentSha256: text('content_sha256').notNull(),
  by: uuid('by').notNull(),
  at: instant('at').notNull(),
})

export const revisionOverrides = pgTable('revision_overrides', {
  revisionId: uuid('revision_id').notNull(),
  code: text('code', { enum: lintCodes }).notNull(),
  found: text('found').array().notNull(),
  reason: text('reason').notNull(),
  by: uuid('by').notNull(),
  at: instant('at').notNull(),
})

export const versions = pgTable('versions', {
  id: uuid('id').primaryKey(),
  revisionId: uuid('revision_id').notNull(),
  version: integer('version').notNull(),
  baseRevisionId: uuid('base_revision_id'),
  body: text('body').notNull(),
  contentSha256: text('content_sha256').notNull(),
  changeSummary: text('change_summary'),
  changeKind: text('change_kind', { enum: changeKinds }).notNull(),
  by: uuid('by'),
  since: instant('since').notNull(),
  at: instant('at').notNull(),
})

export const presences = pgTable('presences', {
  revisionId: uuid('revision_id').notNull(),
  staffId: uuid('staff_id').notNull(),
  desk: uuid('desk').notNull(),
  typedAt: instant('typed_at'),
  seenAt: instant('seen_at').notNull(),
})
