import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { AddressSnapshot } from '../../contract/addresses.ts'
import type { BatchOutcome, BatchScope, Counts, NotEligible } from '../../contract/batches.ts'
import type {
  Category,
  Channel,
  ExclusionReason,
  RefusalGround,
  VerificationMethod,
} from '../../contract/disclosureChoices.ts'
import type { Agency, Emergency, Officer, Secrecy, Suspension } from '../../contract/disclosureFields.ts'
import type { LegalProcess } from '../../contract/legalProcesses.ts'
import type { Role } from '../../contract/permissions.ts'
import type { ActivityFacts, DeactivationReason, Ineligibility } from '../../contract/purchases.ts'
import { type View, viewNouns, viewStates } from '../../contract/views.ts'

// The SQL files in migrations/ make the tables; this page only tells TypeScript their shapes.

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const money = (name: string) => bigint(name, { mode: 'number' })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const stamps = { createdAt: instant('created_at').notNull(), updatedAt: instant('updated_at').notNull() }
const version = integer('version').notNull().default(1)

export const staff = pgTable('staff', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  role: text('role', { enum: ['customer_service', 'compliance', 'manager', 'auditor'] }).notNull(),
  state: text('state', { enum: ['invited', 'active', 'suspended', 'offboarded'] }).notNull(),
  version,
  ...stamps,
})

export const customers = pgTable('customers', {
  id: uuid('id').primaryKey(),
  reference: text('reference').notNull().default(sql`DEFAULT`),
  status: text('status', { enum: ['active', 'closed', 'erased'] })
    .notNull()
    .default('active'),
  externalId: text('external_id'),
  source: text('source'),
  firstName: text('first_name'),
  lastName: text('last_name'),
  company: text('company'),
  name: text('name').notNull().generatedAlwaysAs(sql``),
  email: text('email'),
  phone: text('phone'),
  phoneTyped: text('phone_typed'),
  locale: text('locale'),
  timeZone: text('time_zone'),
  defaultBillingAddressId: uuid('default_billing_address_id'),
  defaultShippingAddressId: uuid('default_shipping_address_id'),
  registeredAt: instant('registered_at'),
  lastLoginAt: instant('last_login_at'),
  lastOrderAt: instant('last_order_at'),
  lastActivityAt: instant('last_activity_at').generatedAlwaysAs(sql``),
  version,
  ...stamps,
  searchName: text('search_name').notNull().generatedAlwaysAs(sql``),
  searchText: text('search_text').notNull().generatedAlwaysAs(sql``),
  searchPhone: text('search_phone').notNull().generatedAlwaysAs(sql``),
})

export const addresses = pgTable('addresses', {
  id: uuid('id').primaryKey(),
  customerId: uuid('customer_id').notNull(),
  kind: text('kind', { enum: ['billing', 'shipping', 'both'] }).notNull(),
  recipient: text('recipient'),
  line1: text('line1').notNull(),
  line2: text('line2'),
  city: text('city').notNull(),
  region: text('region'),
  postalCode: text('postal_code'),
  country: text('country').notNull(),
  phone: text('phone'),
  status: text('status', { enum: ['live', 'retired'] })
    .notNull()
    .default('live'),
  version,
  ...stamps,
})

export const changes = pgTable('changes', {
  id: uuid('id').primaryKey(),
  customerId: uuid('customer_id').notNull(),
  noun: text('noun', { enum: ['customers', 'addresses'] }).notNull(),
  recordId: uuid('record_id').notNull(),
  version: integer('version').notNull(),
  field: text('field').notNull(),
  before: text('before'),
  after: text('after'),
  actorKind: text('actor_kind', { enum: ['customer', 'staff', 'import', 'system'] }).notNull(),
  by: uuid('by'),
  reason: text('reason'),
  requestId: text('request_id').notNull(),
  at: instant('at').notNull(),
})

export const customerStates = pgTable('customer_states', {
  id: uuid('id').primaryKey(),
  customerId: uuid('customer_id').notNull(),
  status: text('status', { enum: ['active', 'closed'] }).notNull(),
  reason: text('reason').notNull(),
  by: uuid('by').notNull(),
  at: instant('at').notNull(),
})

export const purchases = pgTable('purchases', {
  id: uuid('id').primaryKey(),
  reference: text('reference').notNull().default(sql`DEFAULT`),
  customerId: uuid('customer_id').notNull(),
  number: text('number').notNull(),
  externalId: text('external_id'),
  source: text('source'),
  orderStatus: text('order_status', {
    enum: ['pending', 'blocked_missing_info', 'processing', 'shipped', 'delivered', 'cancelled', 'refunded'],
  }).notNull(),
  activation: text('activation', { enum: ['active', 'deactivated'] })
    .notNull()
    .default('active'),
  openMatter: text('open_matter', { enum: ['none', 'return', 'dispute'] })
    .notNull()
    .default('none'),
  placedAt: instant('placed_at').notNull(),
  finalAt: instant('final_at'),
  currency: text('currency').notNull(),
  net: money('net').notNull(),
  tax: money('tax').notNull(),
  shipping: money('shipping').notNull(),
  gross: money('gross').notNull(),
  billingSnapshot: jsonb('billing_snapshot').$type<AddressSnapshot>(),
  shippingSnapshot: jsonb('shipping_snapshot').$type<AddressSnapshot>(),
  paymentMethodLabel: text('payment_method_label'),
  gatewayReference: text('gateway_reference'),
  blockReason: text('block_reason', {
    enum: ['address_doubtful', 'contact_doubtful', 'customer_request', 'suspected_fraud', 'other'],
  }),
  deactivatedAt: instant('deactivated_at'),
  deactivatedBy: uuid('deactivated_by'),
  deactivationReason: text('deactivation_reason', {
    enum: ['inactive_account', 'customer_request', 'duplicate', 'test_order', 'account_closed', 'other'],
  }),
  deactivationNote: text('deactivation_note'),
  activityFacts: jsonb('activity_facts').$type<ActivityFacts>(),
  version,
  ...stamps,
  searchText: text('search_text').notNull().generatedAlwaysAs(sql``),
})

export const purchaseItems = pgTable('purchase_items', {
  id: uuid('id').primaryKey(),
  purchaseId: uuid('purchase_id').notNull(),
  position: integer('position').notNull(),
  sku: text('sku'),
  title: text('title').notNull(),
  quantity: integer('quantity').notNull(),
  unitPrice: money('unit_price').notNull(),
  tax: money('tax').notNull().default(0),
  lineTotal: money('line_total').notNull(),
})

export const purchaseActivations = pgTable('purchase_activations', {
  id: uuid('id').primaryKey(),
  purchaseId: uuid('purchase_id').notNull(),
  activation: text('activation', { enum: ['active', 'deactivated'] }).notNull(),
  reason: text('reason'),
  note: text('note'),
  activityFacts: jsonb('activity_facts').$type<ActivityFacts>(),
  by: uuid('by').notNull(),
  at: instant('at').notNull(),
})

export const purchaseOrderStates = pgTable('purchase_order_states', {
  id: uuid('id').primaryKey(),
  purchaseId: uuid('purchase_id').notNull(),
  orderStatus: text('order_status', { enum: ['pending', 'blocked_missing_info', 'cancelled'] }).notNull(),
  reason: text('reason'),
  note: text('note'),
  missing: text('missing').array().notNull().default([]),
  by: uuid('by'),
  at: instant('at').notNull(),
})

export const dryRuns = pgTable('dry_runs', {
  id: uuid('id').primaryKey(),
  action: text('action', { enum: ['deactivate', 'reactivate'] }).notNull(),
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
  action: text('action', { enum: ['deactivate', 'reactivate'] }).notNull(),
  state: text('state', { enum: ['proposed', 'approved', 'running', 'done', 'stopped'] }).notNull(),
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

export const reveals = pgTable('reveals', {
  id: uuid('id').primaryKey(),
  customerId: uuid('customer_id').notNull(),
  purpose: text('purpose').notNull(),
  note: text('note'),
  by: uuid('by').notNull(),
  at: instant('at').notNull(),
  until: instant('until').notNull(),
})

export const idempotencyKeys = pgTable('idempotency_keys', {
  staffId: uuid('staff_id').notNull(),
  key: text('key').notNull(),
  bodySha256: bytes('body_sha256').notNull(),
  status: integer('status'),
  noun: text('noun'),
  recordId: uuid('record_id'),
  at: instant('at').notNull(),
})

export const referenceYears = pgTable('reference_years', {
  prefix: text('prefix').notNull(),
  year: integer('year').notNull(),
  last: integer('last').notNull(),
})

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

export const policies = pgTable('policies', {
  id: uuid('id').primaryKey(),
  key: text('key').notNull(),
  title: text('title').notNull(),
  contactEmail: text('contact_email').notNull(),
  language: text('language').notNull().default('en'),
  version,
  ...stamps,
})

export const revisions = pgTable('revisions', {
  id: uuid('id').primaryKey(),
  policyId: uuid('policy_id').notNull(),
  number: integer('number'),
  state: text('state', { enum: ['draft', 'in_review', 'ready', 'published', 'discarded'] })
    .notNull()
    .default('draft'),
  baseRevisionId: uuid('base_revision_id'),
  body: text('body').notNull(),
  contentSha256: text('content_sha256').notNull(),
  changeKind: text('change_kind', { enum: ['editorial', 'substantive'] })
    .notNull()
    .default('substantive'),
  changeSummary: text('change_summary'),
  reasonInternal: text('reason_internal'),
  discardReason: text('discard_reason'),
  origin: text('origin', { enum: ['staff', 'imported'] })
    .notNull()
    .default('staff'),
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

export const versions = pgTable('versions', {
  id: uuid('id').primaryKey(),
  revisionId: uuid('revision_id').notNull(),
  version: integer('version').notNull(),
  baseRevisionId: uuid('base_revision_id'),
  body: text('body').notNull(),
  contentSha256: text('content_sha256').notNull(),
  changeSummary: text('change_summary'),
  changeKind: text('change_kind', { enum: ['editorial', 'substantive'] }).notNull(),
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

export const revisionReviews = pgTable('revision_reviews', {
  id: uuid('id').primaryKey(),
  revisionId: uuid('revision_id').notNull(),
  act: text('act', { enum: ['submit', 'return', 'approve'] }).notNull(),
  comments: text('comments'),
  contentSha256: text('content_sha256').notNull(),
  by: uuid('by').notNull(),
  at: instant('at').notNull(),
})

export const revisionOverrides = pgTable('revision_overrides', {
  revisionId: uuid('revision_id').notNull(),
  code: text('code', {
    enum: ['contact_missing', 'summary_missing', 'link_broken', 'heading_lost', 'promise_vanished'],
  }).notNull(),
  found: text('found').array().notNull(),
  reason: text('reason').notNull(),
  by: uuid('by').notNull(),
  at: instant('at').notNull(),
})

export const deviations = pgTable('deviations', {
  id: uuid('id').primaryKey(),
  policyId: uuid('policy_id').notNull(),
  kind: text('kind', { enum: ['deferred_effect', 'limited_scope', 'temporary_departure'] }).notNull(),
  state: text('state', { enum: ['draft', 'posted', 'ended', 'discarded'] })
    .notNull()
    .default('draft'),
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

export const rowCounts = pgTable('row_counts', {
  noun: text('noun').notNull(),
  slot: integer('slot').notNull(),
  rows: money('rows').notNull(),
})

export const events = pgTable('events', {
  chain: integer('chain').notNull(),
  seq: money('seq').notNull(),
  id: uuid('id').notNull(),
  at: instant('at').notNull(),
  actorKind: text('actor_kind', { enum: ['staff', 'system', 'import'] }).notNull(),
  actorId: uuid('actor_id'),
  actorRole: text('actor_role', { enum: ['customer_service', 'compliance', 'manager', 'auditor'] }),
  sessionId: text('session_id'),
  act: text('act').notNull(),
  noun: text('noun').notNull(),
  recordId: text('record_id'),
  customerId: uuid('customer_id'),
  outcome: text('outcome', { enum: ['done', 'refused', 'failed'] }).notNull(),
  code: text('code'),
  reason: text('reason'),
  fields: text('fields').array(),
  requestId: text('request_id').notNull(),
  body: text('body').notNull(),
  prevHash: bytes('prev_hash').notNull(),
  hash: bytes('hash').notNull(),
})
