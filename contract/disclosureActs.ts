import { z } from 'zod'
import { exclusionReasons, refusalGrounds, verificationMethods } from './disclosureChoices.ts'
import { categoriesOnce, disclosureFields } from './disclosureFields.ts'
import { day, id, sha256, version } from './records.ts'
import { justification, neededNote, note } from './text.ts'

const ordered = (from: string | null | undefined, to: string | null | undefined) => !from || !to || from <= to
const scopeOrder = { path: ['scopeTo'], message: 'The end of the range lies before its start.' }

const LogOptions = z.strictObject({
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

export const ReturnDisclosure = z.strictObject({ version, text: neededNote('Say what has to change.') })
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
