import { z } from 'zod'
import { findCardNumber } from './cards.ts'

const cardCode = 'CARD_NUMBER_NOT_ALLOWED'

/** Lines and tabs aside, no text a person writes needs a control character; a lone surrogate is no character. */
const noText = /(?![\t\n\r])\p{Cc}|\p{Cs}/u
const noSingleLine = /[\p{Cc}\u2028\u2029]|\p{Cs}/u
const unseen = /\p{Default_Ignorable_Code_Point}+/gu

/** Set only while `parseWaiving` runs its second, synchronous pass. */
let waiving = false

type Limits = { min?: number; max: number; multiline?: boolean }

/**
 * The base of every free-text field: trimmed, limited, without control characters and without card numbers.
 * Characters are counted as code points after whitespace is collapsed; what is stored is trimmed only.
 */
export function text({ min = 0, max, multiline = false }: Limits) {
  return z
    .string()
    .trim()
    .superRefine((value, context) => {
      const refuse = (message: string) => context.addIssue({ code: 'custom', message })
      if (multiline && noText.test(value)) refuse('Remove the control characters.')
      if (!multiline && noSingleLine.test(value))
        refuse('Write this on one line, without control characters.')
      if (length(value.replace(unseen, '')) < min) {
        refuse(min === 1 ? 'This is needed.' : `Write at least ${min} characters.`)
      }
      if (length(value) > max || value.length > 4 * max) refuse(`Write at most ${max} characters.`)
      refuseCard(value, context)
    })
}

/** Names, cities and other words of one line. */
export const short = text({ max: 120 })
/** Subjects, titles, external ids. */
export const line = text({ max: 250 })
/** What staff write to remember something. */
export const note = text({ max: 4000, multiline: true })
/** Why a record was changed, in the words of whoever changed it. */
export const reason = text({ min: 3, max: 4000, multiline: true })
/** Why a request is answered ("only with justification"). */
export const justification = text({ min: 20, max: 10_000, multiline: true })

/** A text that may be taken away again: an empty one is none. */
export const clearable = (schema: z.ZodString) =>
  schema.nullable().transform((value) => (value === '' ? null : value))

const markdownBytes = 200 * 1024

/** The body of a policy, kept byte for byte: leading blanks and line ends mean something in Markdown. */
export const markdown = z.string().superRefine((value, context) => {
  const refuse = (message: string) => context.addIssue({ code: 'custom', message })
  if (noText.test(value)) refuse('Remove the control characters.')
  if (length(value.replace(unseen, '')) === 0) refuse('This is needed.')
  if (new TextEncoder().encode(value).length > markdownBytes) refuse('Write at most 200 KB.')
  refuseCard(value, context)
})

/** The last four digits that an issue of a parse refuses as a card number, or null for any other issue. */
export function cardIn(issue: z.core.$ZodIssue): { last4: string } | null {
  if (issue.code !== 'custom' || issue.params?.code !== cardCode) return null
  return { last4: String(issue.params.last4) }
}

/**
 * Parses a body whose `notCardNumbers` states that the numbers in some fields are not cards.
 * `waived` names the fields that would have been refused without that statement: each is to be an event.
 * Fields are dotted paths (`note`, `items.0.title`).
 */
export function parseWaiving<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  notCardNumbers: readonly string[],
): { result: z.ZodSafeParseResult<z.output<Schema>>; waived: { field: string; last4: string }[] } {
  const guarded = schema.safeParse(body)
  if (guarded.success) return { result: guarded, waived: [] }
  const cards = guarded.error.issues.flatMap((issue) => {
    const card = cardIn(issue)
    return card ? [{ field: issue.path.join('.'), last4: card.last4 }] : []
  })
  const isWaived = cards.length > 0 && cards.every(({ field }) => notCardNumbers.includes(field))
  if (!isWaived) return { result: guarded, waived: [] }
  waiving = true
  try {
    return { result: schema.safeParse(body), waived: cards }
  } finally {
    waiving = false
  }
}

function refuseCard(value: string, context: z.RefinementCtx) {
  const card = waiving ? null : findCardNumber(value)
  if (!card) return
  context.addIssue({
    code: 'custom',
    message: `This looks like a card number (…${card.last4}). Remove it.`,
    params: { code: cardCode, last4: card.last4 },
  })
}

function length(value: string): number {
  return [...value.trim().replace(/\s+/g, ' ')].length
}
