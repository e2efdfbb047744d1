import { z } from 'zod'
import { By, id, instant } from './records.ts'

export const changedNouns = ['customers', 'addresses'] as const
export const changeActorKinds = ['customer', 'staff', 'import', 'system'] as const

/** One field of a customer or an address that changed: what it said before and after, who changed it, and why. */
export const Change = z.object({
  id,
  customerId: id,
  noun: z.enum(changedNouns),
  recordId: id,
  field: z.string(),
  before: z.string().nullable().describe('contact values masked'),
  after: z.string().nullable().describe('contact values masked'),
  actorKind: z.enum(changeActorKinds),
  by: By.nullable().describe('null unless staff changed it'),
  reason: z.string().nullable(),
  at: instant,
  requestId: z.string(),
})
export type Change = z.infer<typeof Change>

/**
 * What stands in `details.changes` of a VERSION_CONFLICT: each field that somebody else changed since the form was
 * opened, from what that form knew to what is stored now. Contact values masked.
 */
export const Theirs = Change.pick({
  field: true,
  before: true,
  after: true,
  actorKind: true,
  by: true,
  reason: true,
  at: true,
})
export type Theirs = z.infer<typeof Theirs>

const provenances = ['customer_form', 'staff', 'import', 'system'] as const

/** Where each field that says something comes from, and since when. */
export const Provenance = z.record(z.string(), z.object({ source: z.enum(provenances), at: instant }))
export type Provenance = z.infer<typeof Provenance>
