import { z } from 'zod'
import { requirementFields } from './settings.ts'

/** A piece of information that an order needs and that is not there; `label` is what the shop calls it. */
export const Missing = z.object({ field: z.enum(requirementFields), label: z.string() })
export type Missing = z.infer<typeof Missing>

/** Whether this customer's orders can be processed, and if not, what is missing. */
export const Readiness = z.object({ processable: z.boolean(), missing: z.array(Missing) })
export type Readiness = z.infer<typeof Readiness>

/** "phone number is missing", "billing address and shipping address are missing". */
export function sayMissing(missing: readonly Missing[]): string {
  const names = missing.map(({ label }) => inSentence(label))
  const last = names.at(-1) ?? ''
  if (names.length < 2) return `${last} is missing`
  return `${names.slice(0, -1).join(', ')} and ${last} are missing`
}

/** A label inside a sentence begins small, unless it is an abbreviation. */
function inSentence(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
