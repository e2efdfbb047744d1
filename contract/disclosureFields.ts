import { z } from 'zod'
import { email } from './contact.ts'
import {
  agencyTypes,
  categories,
  channels,
  disclosureKinds,
  grounds,
  handlingLevels,
  matchConfidences,
} from './disclosureChoices.ts'
import { legalProcessNames } from './legalProcesses.ts'
import { country, day, id, instant } from './records.ts'
import { line, note, short, text } from './text.ts'

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
  officialEmail: email.min(1, 'This is needed.').nullable().default(null),
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

export const categoriesOnce = z
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
  handlingLevel: z.enum(handlingLevels),
  visibleTo: z.array(id).max(50),
  relatedRequestId: id.nullable(),
  costNote: note.nullable(),
  subjects: z.array(SubjectInput).max(100),
}
