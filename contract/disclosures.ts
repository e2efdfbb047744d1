import { z } from 'zod'
import { By, country, day, id, instant, sha256, version } from './records.ts'
import { justification, line, note, short, text } from './text.ts'

export const disclosureStates = [
  'draft',
  'discarded',
  'logged',
  'in_review',
  'awaiting_approval',
  'approved',
  'refused',
  'no_data',
] as const
export type DisclosureState = (typeof disclosureStates)[number]
export const disclosureKinds = ['disclosure', 'emergency_disclosure', 'preservation'] as const
export const channels = ['post', 'email', 'fax', 'phone', 'portal', 'in_person', 'served'] as const
export type Channel = (typeof channels)[number]
export const agencyTypes = [
  'police',
  'prosecutor',
  'court',
  'tax',
  'customs',
  'regulator',
  'data_protection',
  'other',
] as const
export const grounds = ['fraud', 'other_criminal_activity', 'none_stated'] as const
export const categories = [
  'identity',
  'contact',
  'address',
  'purchases',
  'purchase_items',
  'payment_label',
  'correspondence',
  'account_activity',
  'change_history',
  'fulfilment_shares',
] as const
export type Category = (typeof categories)[number]
export const verificationMethods = [
  'call_back_independent_number',
  'portal',
  'certificate',
  'in_person',
] as const
export type VerificationMethod = (typeof verificationMethods)[number]
export const matchConfidences = ['exact', 'probable', 'none'] as const
export const subjectDecisions = ['undecided', 'produce', 'partial', 'exclude', 'no_data'] as const
export const exclusionReasons = [
  'not_named',
  'mismatch',
  'out_of_scope',
  'privileged',
  'insufficient_process',
  'erased',
  'other',
] as const
export type ExclusionReason = (typeof exclusionReasons)[number]
export const verificationStates = ['unverified', 'verified', 'failed'] as const
export const outcomes = ['full', 'partial', 'refused', 'no_data', 'withdrawn', 'pending'] as const
export const refusalGrounds = [
  'requester_not_verified',
  'insufficient_process',
  'no_ground',
  'out_of_scope',
  'other',
] as const
export type RefusalGround = (typeof refusalGrounds)[number]

/**
 * The legal processes: whether one compels an answer, and the hours from receipt until it is due
 * (emergency 8 hours, EPOC 10 days, others 14 days: domain.md 2.6).
 */
export const legalProcesses = {
  grand_jury_subpoena: { compulsory: true, dueHours: 336 },
  trial_subpoena: { compulsory: true, dueHours: 336 },
  administrative_subpoena: { compulsory: true, dueHours: 336 },
  court_order_2703d: { compulsory: true, dueHours: 336 },
  other_court_order: { compulsory: true, dueHours: 336 },
  search_warrant: { compulsory: true, dueHours: 336 },
  pen_register: { compulsory: true, dueHours: 336 },
  wiretap: { compulsory: true, dueHours: 336 },
  national_security_letter: { compulsory: true, dueHours: 336 },
  civil_subpoena: { compulsory: true, dueHours: 336 },
  mlat: { compulsory: true, dueHours: 336 },
  mlat_or_cross_border: { compulsory: true, dueHours: 336 },
  letter_rogatory: { compulsory: true, dueHours: 336 },
  epoc: { compulsory: true, dueHours: 240 },
  epoc_pr: { compulsory: true, dueHours: 240 },
  national_production_order: { compulsory: true, dueHours: 336 },
  dsa_art10_order: { compulsory: true, dueHours: 336 },
  regulator_order: { compulsory: true, dueHours: 336 },
  preservation_letter: { compulsory: false, dueHours: 336 },
  customer_consent: { compulsory: false, dueHours: 336 },
  emergency_voluntary: { compulsory: false, dueHours: 8 },
  informal_inquiry: { compulsory: false, dueHours: 336 },
} as const satisfies Record<string, { compulsory: boolean; dueHours: number }>
export type LegalProcess = keyof typeof legalProcesses
export const legalProcessNames: readonly LegalProcess[] = [
  'grand_jury_subpoena',
  'trial_subpoena',
  'administrative_subpoena',
  'court_order_2703d',
  'other_court_order',
  'search_warrant',
  'pen_register',
  'wiretap',
  'national_security_letter',
  'civil_subpoena',
  'mlat',
  'mlat_or_cross_border',
  'letter_rogatory',
  'epoc',
  'epoc_pr',
  'national_production_order',
  'dsa_art10_order',
  'regulator_order',
  'preservation_letter',
  'customer_consent',
  'emergency_voluntary',
  'informal_inquiry',
]

export const Agency = z.strictObject({
  name: short.min(1),
  type: z.enum(agencyTypes).nullable().default(null),
  country: country.nullable().default(null),
  region: short.nullable().default(null),
  address: line.nullable().default(null),
})
export type Agency = z.infer<typeof Agency>

export const Officer = z.strictObject({
  name: short.min(1),
  title: short.nullable().default(null),
  badgeOrId: short.nullable().default(null),
  officialEmail: z.email('This is not an e-mail address.').nullable().default(null),
  phone: short.nullable().default(null),
})
export type Officer = z.infer<typeof Officer>

export const Secrecy = z
  .strictObject({
    ordered: z.boolean(),
    basis: line.nullable().default(null),
    issuedBy: line.nullable().default(null),
    startsOn: day.nullable().default(null),
    endsOn: day.nullable().default(null),
    reviewOn: day.nullable().default(null),
  })
  .refine(({ ordered, endsOn, reviewOn }) => !ordered || endsOn !== null || reviewOn !== null, {
    path: ['endsOn'],
    message: 'Say when the secrecy ends, or when it is to be reviewed.',
  })
export type Secrecy = z.infer<typeof Secrecy>

export const Suspension = z.strictObject({
  kind: z.enum(['written', 'oral']),
  statementBy: line,
  until: day.nullable().default(null),
})
export type Suspension = z.infer<typeof Suspension>

export const Emergency = z.strictObject({
  dangerDescription: note.min(1),
  whoIsAtRisk: note.min(1),
  whyDataNeeded: note.min(1),
  declaredBy: line.min(1),
})
export type Emergency = z.infer<typeof Emergency>

/** Whom the request is about: a customer picked by search, or an identifier as the agency gave it. */
export const SubjectInput = z
  .strictObject({
    id: id.optional(),
    customerId: id.nullable().default(null),
    identifier: line.nullable().default(null),
    matchConfidence: z.enum(matchConfidences).default('exact'),
  })
  .refine(({ customerId, identifier }) => customerId !== null || (identifier ?? '') !== '', {
    path: ['customerId'],
    message: 'Pick a customer, or type the identifier that the agency gave.',
  })
export type SubjectInput = z.infer<typeof SubjectInput>

const categoriesOnce = z
  .array(z.enum(categories))
  .refine((list) => new Set(list).size === list.length, 'Name each category once.')

/** What staff may type into a request until it is sent for approval. */
export const disclosureFields = {
  kind: z.enum(disclosureKinds),
  channel: z.enum(channels).nullable(),
  receivedAt: instant.nullable(),
  dueAt: instant.nullable(),
  dueReason: line.nullable(),
  agency: Agency.nullable(),
  officer: Officer.nullable(),
  agencyCaseNumber: line.nullable(),
  legalProcess: z.enum(legalProcessNames).nullable(),
  legalBasisText: line.nullable(),
  issuingJudgeOrSignatory: line.nullable(),
  issuedOn: day.nullable(),
  serviceDate: day.nullable(),
  expiresOn: day.nullable(),
  ground: z.enum(grounds).nullable(),
  liabilityBasis: note.nullable(),
  justification: text({ max: 10_000, multiline: true }).nullable(),
  categories: categoriesOnce,
  scopeFrom: day.nullable(),
  scopeTo: day.nullable(),
  scopeOverrideReason: note.nullable(),
  secrecy: Secrecy.nullable(),
  accountingSuspension: Suspension.nullable(),
  emergency: Emergency.nullable(),
  handlingLevel: z.enum(['normal', 'restricted']),
  visibleTo: z.array(id).max(50),
  relatedRequestId: id.nullable(),
  costNote: note.nullable(),
  subjects: z.array(SubjectInput).max(100),
}

const ordered = (from: string | null | undefined, to: string | null | undefined) => !from || !to || from <= to
const scopeOrder = { path: ['scopeTo'], message: 'The end of the range lies before its start.' }

export const LogOptions = z.strictObject({
  assignTo: id.optional().describe('takes the request into review at once'),
  acknowledgeOverdue: z.boolean().optional(),
})

/** `POST /api/disclosures`: keeps a draft; with `log` the draft is logged in the same transaction, or nothing is stored. */
export const CreateDisclosure = z
  .strictObject({ ...z.object(disclosureFields).partial().shape, log: LogOptions.optional() })
  .refine(({ scopeFrom, scopeTo }) => ordered(scopeFrom, scopeTo), scopeOrder)
export type CreateDisclosure = z.infer<typeof CreateDisclosure>

export const EditDisclosure = z
  .strictObject({ version, ...z.object(disclosureFields).partial().shape })
  .refine(({ scopeFrom, scopeTo }) => ordered(scopeFrom, scopeTo), scopeOrder)
export type EditDisclosure = z.infer<typeof EditDisclosure>

export const LogDisclosure = z.strictObject({ version, ...LogOptions.shape })
export type LogDisclosure = z.infer<typeof LogDisclosure>

export const DiscardDisclosure = z.strictObject({
  version,
  reason: note.min(1, 'Say why the draft is discarded.'),
})
export type DiscardDisclosure = z.infer<typeof DiscardDisclosure>

export const AssignDisclosure = z.strictObject({ version, assignTo: id })
export type AssignDisclosure = z.infer<typeof AssignDisclosure>

export const VerifyDisclosure = z.strictObject({
  version,
  result: z.enum(['verified', 'failed']),
  method: z.enum(verificationMethods),
  note: note.optional(),
})
export type VerifyDisclosure = z.infer<typeof VerifyDisclosure>

export const SubjectDecision = z
  .strictObject({
    subjectId: id,
    decision: z.enum(['produce', 'partial', 'exclude', 'no_data']),
    reason: z.enum(exclusionReasons).optional(),
    reasonText: note.optional(),
    categories: categoriesOnce.optional(),
    scopeFrom: day.nullable().optional(),
    scopeTo: day.nullable().optional(),
  })
  .refine(
    ({ decision, reason }) => (decision !== 'exclude' && decision !== 'partial') || reason !== undefined,
    {
      path: ['reason'],
      message: 'Give the reason.',
    },
  )
  .refine(({ reason, reasonText }) => reason !== 'other' || (reasonText ?? '').trim() !== '', {
    path: ['reasonText'],
    message: 'Say what the reason is.',
  })
  .refine(({ decision, categories }) => decision === 'partial' || categories === undefined, {
    path: ['categories'],
    message: 'Categories are picked only for a partial answer.',
  })
  .refine(({ categories }) => categories === undefined || categories.length > 0, {
    path: ['categories'],
    message: 'Pick at least one category.',
  })
  .refine(({ decision, scopeFrom, scopeTo }) => decision === 'partial' || (!scopeFrom && !scopeTo), {
    path: ['scopeFrom'],
    message: 'A range of its own belongs to a partial answer only.',
  })
  .refine(({ scopeFrom, scopeTo }) => ordered(scopeFrom, scopeTo), scopeOrder)
export type SubjectDecision = z.infer<typeof SubjectDecision>

export const ProposeDisclosure = z.strictObject({
  version,
  decisions: z.array(SubjectDecision).max(100).optional(),
  text: note.optional(),
})
export type ProposeDisclosure = z.infer<typeof ProposeDisclosure>

export const ReturnDisclosure = z.strictObject({ version, text: note.min(1, 'Say what has to change.') })
export type ReturnDisclosure = z.infer<typeof ReturnDisclosure>

export const ApproveDisclosure = z.strictObject({
  version,
  scopeHash: sha256.describe('of the scope that the approver read'),
  text: note.optional(),
})
export type ApproveDisclosure = z.infer<typeof ApproveDisclosure>

export const RefuseDisclosure = z.strictObject({
  version,
  scopeHash: sha256,
  refusalGround: z.enum(refusalGrounds),
  text: note.optional(),
})
export type RefuseDisclosure = z.infer<typeof RefuseDisclosure>

/** What `log` demands of the draft, beyond the shape of each field. */
export const loggedFields = [
  'channel',
  'receivedAt',
  'agency',
  'officer',
  'agencyCaseNumber',
  'legalProcess',
  'ground',
] as const
/** In an emergency these may follow later; the process is then a voluntary answer until another is named. */
export const laterInEmergency: readonly string[] = ['agencyCaseNumber', 'legalProcess']
export const loggedJustification = justification

export const DisclosureRow = z.object({
  id,
  reference: z.string().nullable(),
  state: z.enum(disclosureStates),
  kind: z.enum(disclosureKinds),
  agencyName: z.string().nullable(),
  agencyCountry: z.string().nullable(),
  legalProcess: z.enum(legalProcessNames).nullable(),
  agencyCaseNumber: z.string().nullable(),
  subjectCount: z.int().nullable().describe('null for readers who may not see the subjects'),
  receivedAt: instant.nullable(),
  dueAt: instant.nullable(),
  secrecyOrdered: z.boolean(),
  verificationState: z.enum(verificationStates),
  assignedTo: By.nullable(),
  handlingLevel: z.enum(['normal', 'restricted']),
  outcome: z.enum(outcomes),
  version,
  createdAt: instant,
  updatedAt: instant,
})
export type DisclosureRow = z.infer<typeof DisclosureRow>

export const Subject = z.object({
  id,
  customerId: id.nullable(),
  customer: z.object({ id, reference: z.string(), name: z.string() }).nullable(),
  identifier: z.string().nullable(),
  matchConfidence: z.enum(matchConfidences),
  decision: z.enum(subjectDecisions),
  reason: z.enum(exclusionReasons).nullable(),
  reasonText: z.string().nullable(),
  categories: z.array(z.enum(categories)).nullable(),
  scopeFrom: day.nullable(),
  scopeTo: day.nullable(),
})
export type Subject = z.infer<typeof Subject>

/** A request as its page shows it. For an auditor the fields of subjects, words and papers are null or empty. */
export const Disclosure = DisclosureRow.extend({
  round: z.int(),
  channel: z.enum(channels).nullable(),
  dueReason: z.string().nullable(),
  agency: Agency.nullable(),
  officer: Officer.nullable(),
  legalBasisText: z.string().nullable(),
  issuingJudgeOrSignatory: z.string().nullable(),
  issuedOn: day.nullable(),
  serviceDate: day.nullable(),
  expiresOn: day.nullable(),
  ground: z.enum(grounds).nullable(),
  liabilityBasis: z.string().nullable(),
  justification: z.string().nullable(),
  categories: z.array(z.enum(categories)),
  scopeFrom: day.nullable(),
  scopeTo: day.nullable(),
  scopeOverrideReason: z.string().nullable(),
  secrecy: Secrecy.nullable(),
  accountingSuspension: Suspension.nullable(),
  emergency: Emergency.nullable(),
  visibleTo: z.array(By),
  relatedRequestId: id.nullable(),
  costNote: z.string().nullable(),
  policyRevision: z.object({ id, number: z.int(), policyKey: z.string() }).nullable(),
  verification: z.object({
    state: z.enum(verificationStates),
    method: z.enum(verificationMethods).nullable(),
    note: z.string().nullable(),
    by: By.nullable(),
    at: instant.nullable(),
  }),
  subjects: z.array(Subject),
  createdBy: By.nullable(),
  loggedBy: By.nullable(),
  loggedAt: instant.nullable(),
  proposedBy: By.nullable(),
  proposedAt: instant.nullable(),
  decidedBy: By.nullable(),
  decidedAt: instant.nullable(),
  refusalGround: z.enum(refusalGrounds).nullable(),
  discardReason: z.string().nullable(),
  scopeHash: sha256.nullable().describe('of the scope as it stands now'),
  acts: z
    .record(z.string(), z.string().nullable())
    .describe('what the reader could do next: the verb, and why it is refused, or null when it may be done'),
  missing: z
    .array(z.object({ field: z.string().nullable(), text: z.string() }))
    .describe(
      'what stands between the request and its next step: the field, dotted where nested, and the sentence',
    ),
})
export type Disclosure = z.infer<typeof Disclosure>

export const Decision = z.object({
  id,
  disclosureId: id,
  round: z.int(),
  type: z.enum(['proposal', 'approval', 'return', 'refusal_confirmation', 'verification']),
  by: By,
  at: instant,
  text: z.string().nullable(),
  result: z.string().nullable().describe('verified or failed; the outcome; the ground of a refusal'),
  contentHash: sha256,
})
export type Decision = z.infer<typeof Decision>
