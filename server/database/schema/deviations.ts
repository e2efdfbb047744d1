import { date, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { deviationKinds, deviationStates } from '../../../contract/deviations.ts'
import { instant, stamps, version } from './columns.ts'

export const deviations = pgTable('deviations', {
  id: uuid('id').primaryKey(),
  policyId: uuid('policy_id').notNull(),
  kind: text('kind', { enum: deviationKinds }).notNull(),
  state: text('state', { enum: deviationStates }).notNull().default('draft'),
  text: text('text').notNull(),
  appliesTo: text('applies_to').notNull(),
  startsAt: instant('starts_at'),
  endsAt: instant('ends_at'),
  reviewOn: date('review_on', { mode: 'string' }),
  revisionId: uuid('revision_id'),
  createdBy: uuid('created_by').notNull(),
  postedBy: uuid('posted_by'),
  postedAt: instant('posted_at'),
  endedBy: uuid('ended_by'),
  endedAt: instant('ended_at'),
  endNote: text('end_note'),
  discardReason: text('discard_reason'),
  version,
  ...stamps,
})
