import { z } from 'zod'
import { roles } from './permissions.ts'
import { By, id, instant } from './records.ts'

export const actorKinds = ['staff', 'system', 'import'] as const
export const eventOutcomes = ['done', 'refused', 'failed'] as const

/** One line of the audit record: who did what to which record, and whether it was done. It holds no personal value. */
export const Event = z.object({
  id,
  chain: z.int().min(0).max(15),
  seq: z.int().min(1),
  at: instant,
  /** Null for what the system did by itself. */
  by: By.nullable(),
  actorKind: z.enum(actorKinds),
  actorRole: z.enum(roles).nullable(),
  act: z.string(),
  noun: z.string(),
  /** Null for what concerns a list and no single record. */
  recordId: z.string().nullable(),
  customerId: id.nullable(),
  outcome: z.enum(eventOutcomes),
  code: z.string().nullable(),
  reason: z.string().nullable(),
  /** The names of the fields that changed, never their values. */
  fields: z.array(z.string()).nullable(),
  requestId: z.string(),
  /** The first 16 of the 64 digits of its hash, enough to tell two events apart. */
  hash: z.string().regex(/^[0-9a-f]{16}$/),
})
export type Event = z.infer<typeof Event>
