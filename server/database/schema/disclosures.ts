import { sql } from 'drizzle-orm'
import { date, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type {
  Category,
  Channel,
  ExclusionReason,
  RefusalGround,
  VerificationMethod,
} from '../../../contract/disclosureChoices.ts'
import type { Agency, Emergency, Officer, Secrecy, Suspension } from '../../../contract/disclosureFields.ts'
import type { LegalProcess } from '../../../contract/legalProcesses.ts'
import { instant, stamps, version } from './columns.ts'

export const disclosures = pgTable('disclosures', {
  id: uuid('id').primaryKey(),
  reference: text('reference'),
  state: text('state', {
    enum: [
      'draft',
      'discarded',
      'logged',
      'in_review',
      'awaiting_approval',
      'approved',
      'refused',
      'no_data',
    ],
  })
    .notNull()
    .default('draft'),
  round: integer('round').notNull().default(1),
  kind: text('kind', { enum: ['disclosure', 'emergency_disclosure', 'preservation'] })
    .notNull()
    .default('disclosure'),
  channel: text('channel').$type<Channel>(),
  receivedAt: instant('received_at'),
  dueAt: instant('due_at'),
  dueReason: text('due_reason'),
  agency: jsonb('agency').$type<Agency>(),
  officer: jsonb('officer').$type<Officer>(),
  agencyCaseNumber: text('agency_case_number'),
  legalProcess: text('legal_process').$type<LegalProcess>(),
  legalBasisText: text('legal_basis_text'),
  issuingJudgeOrSignatory: text('issuing_judge_or_signatory'),
  issuedOn: date('issued_on', { mode: 'string' }),
  serviceDate: date('service_date', { mode: 'string' }),
  expiresOn: date('expires_on', { mode: 'string' }),
  ground: text('ground', { enum: ['fraud', 'other_criminal_activity', 'none_stated'] }),
  liabilityBasis: text('liability_basis'),
  justification: text('justification'),
  categories: text('categories').array().$type<Category[]>().notNull().default([]),
  scopeFrom: date('scope_from', { mode: 'string' }),
  scopeTo: date('scope_to', { mode: 'string' }),
  scopeOverrideReason: text('scope_override_reason'),
  secrecy: jsonb('secrecy').$type<Secrecy>(),
  accountingSuspension: jsonb('accounting_suspension').$type<Suspension>(),
  emergency: jsonb('emergency').$type<Emergency>(),
  handlingLevel: text('handling_level', { enum: ['normal', 'restricted'] })
    .notNull()
    .default('normal'),
  visibleTo: uuid('visible_to').array().notNull().default([]),
  relatedRequestId: uuid('related_request_id'),
  costNote: text('cost_note'),
  policyRevisionId: uuid('policy_revision_id'),
  verificationState: text('verification_state', { enum: ['unverified', 'verified', 'failed'] })
    .notNull()
    .default('unverified'),
  verificationMethod: text('verification_method').$type<VerificationMethod>(),
  verificationNote: text('verification_note'),
  verifiedBy: uuid('verified_by'),
  verifiedAt: instant('verified_at'),
  assignedTo: uuid('assigned_to'),
  createdBy: uuid('created_by').notNull(),
  loggedBy: uuid('logged_by'),
  loggedAt: instant('logged_at'),
  proposedBy: uuid('proposed_by'),
  proposedAt: instant('proposed_at'),
  scopeHash: text('scope_hash'),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at'),
  refusalGround: text('refusal_ground').$type<RefusalGround>(),
  discardReason: text('discard_reason'),
  outcome: text('outcome', { enum: ['full', 'partial', 'refused', 'no_data', 'withdrawn', 'pending'] })
    .notNull()
    .default('pending'),
  version,
  ...stamps,
  searchText: text('search_text').notNull().generatedAlwaysAs(sql``),
})

export const disclosureSubjects = pgTable('disclosure_subjects', {
  id: uuid('id').primaryKey(),
  disclosureId: uuid('disclosure_id').notNull(),
  position: integer('position').notNull(),
  customerId: uuid('customer_id'),
  identifier: text('identifier'),
  matchConfidence: text('match_confidence', { enum: ['exact', 'probable', 'none'] })
    .notNull()
    .default('exact'),
  decision: text('decision', { enum: ['undecided', 'produce', 'partial', 'exclude', 'no_data'] })
    .notNull()
    .default('undecided'),
  reason: text('reason').$type<ExclusionReason>(),
  reasonText: text('reason_text'),
  categories: text('categories').array().$type<Category[]>(),
  scopeFrom: date('scope_from', { mode: 'string' }),
  scopeTo: date('scope_to', { mode: 'string' }),
  removedAt: instant('removed_at'),
})

export const disclosureEditors = pgTable('disclosure_editors', {
  disclosureId: uuid('disclosure_id').notNull(),
  staffId: uuid('staff_id').notNull(),
  what: text('what', { enum: ['created', 'edited', 'logged', 'proposed'] }).notNull(),
  at: instant('at').notNull(),
})

export const decisions = pgTable('decisions', {
  id: uuid('id').primaryKey(),
  disclosureId: uuid('disclosure_id').notNull(),
  round: integer('round').notNull(),
  type: text('type', {
    enum: ['proposal', 'approval', 'return', 'refusal_confirmation', 'verification'],
  }).notNull(),
  by: uuid('by').notNull(),
  at: instant('at').notNull(),
  text: text('text'),
  result: text('result'),
  contentHash: text('content_hash').notNull(),
})
