import { z } from 'zod'
import { batchOutcomes } from './batches.ts'
import { ineligibilities } from './purchases.ts'
import { id, instant } from './records.ts'

/** `waiting` is what no outcome was reached for yet, or, in a batch that was stopped, what it left as it was. */
export const itemOutcomes = ['waiting', ...batchOutcomes] as const

/** One purchase of a batch and what became of it. */
export const Item = z.object({
  id,
  batchId: id,
  purchaseId: id,
  reference: z.string().nullable().describe('null where there is no such purchase'),
  number: z.string().nullable(),
  customerId: id.nullable(),
  expected: z.enum(batchOutcomes).describe('what the dry run said'),
  outcome: z.enum(itemOutcomes),
  code: z.enum(ineligibilities).nullable().describe('why it is not eligible'),
  at: instant.nullable(),
})
export type Item = z.infer<typeof Item>
