import { z } from 'zod'
import { text } from './text.ts'

/** What the checks before a publication can find in a draft. */
export const lintCodes = [
  'contact_missing',
  'summary_missing',
  'link_broken',
  'heading_lost',
  'promise_vanished',
] as const
export type LintCode = (typeof lintCodes)[number]

/** Codes that a reason can override; without a summary nothing is ever published. */
export const overridableLints = [
  'contact_missing',
  'link_broken',
  'heading_lost',
  'promise_vanished',
] as const satisfies readonly LintCode[]

/** One kind of fault, and each place or sentence that has it. */
export const Lint = z.object({ code: z.enum(lintCodes), found: z.array(z.string()) })
export type Lint = z.infer<typeof Lint>

/** Why a draft is published although a check found something. */
const overrideReason = text({ min: 10, max: 1000, multiline: true })

export const Override = z.strictObject({ code: z.enum(overridableLints), reason: overrideReason })
export type Override = z.infer<typeof Override>
