import { z } from 'zod'
import {
  categories,
  channels,
  decisionTypes,
  disclosureKinds,
  disclosureStates,
  exclusionReasons,
  grounds,
  handlingLevels,
  matchConfidences,
  outcomes,
  refusalGrounds,
  subjectDecisions,
  verificationMethods,
  verificationStates,
} from './disclosureChoices.ts'
import { Agency, Emergency, Officer, Secrecy, Suspension } from './disclosureFields.ts'
import { legalProcessNames } from './legalProcesses.ts'
import { By, day, id, instant, sha256, version } from './records.ts'

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
  handlingLevel: z.enum(handlingLevels),
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
  type: z.enum(decisionTypes),
  by: By,
  at: instant,
  text: z.string().nullable(),
  result: z.string().nullable().describe('verified or failed; the outcome; the ground of a refusal'),
  contentHash: sha256,
})
export type Decision = z.infer<typeof Decision>
