import { z } from 'zod'
import { cardRefusal } from './cardRefusal.ts'
import { findCardNumber } from './cards.ts'

const cardCode = 'CARD_NUMBER_NOT_ALLOWED'

/** Lines and tabs aside, no text a person writes needs a control character; a lone surrogate is no character. */
const noText = /(?![\t\n\r])\p{Cc}|\p{Cs}/u
const noSingleLine = /[\p{Cc}\u2028\u2029]|\p{Cs}/u
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800]+/gu
const seen = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u

/** Set only while `withoutGuard` runs, which is synchronous. */
let waiving = false

/** Whether there is nothing in a text that anybody could see. */
export const isBlank = (text: string) => !seen.test(text)
/** How many characters of a text can be seen, blanks in a row as one. */
export const seenLength = (text: string) => length(text.replace(unseen, ''))

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
      if (seenLength(value) < min) {
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
/** A note that has to say something. */
export const neededNote = (message: string) => note.refine((value) => !isBlank(value), message)
/** Why a record was changed, in the words of whoever changed it. */
export const reason = text({ min: 3, max: 4000, multiline: true })
/** Why a request is answered ("only with justification"). */
export const justification = text({ min: 20, max: 10_000, multiline: true })

/** A text that may be taken away again: an empty one is none, and one that nobody can see is neither. */
export const clearable = (schema: z.ZodString) =>
  schema
    .refine(
      (value) => value === '' || !isBlank(value),
      'Nobody can see what stands here. Write something else, or leave it empty.',
    )
    .nullable()
    .transform((value) => (value === '' ? null : value))

const markdownBytes = 200 * 1024

/** The body of a policy, kept byte for byte: leading blanks and line ends mean something in Markdown. */
export const markdown = z.string().superRefine((value, context) => {
  const refuse = (message: string) => context.addIssue({ code: 'custom', message })
  if (noText.test(value)) refuse('Remove the control characters.')
  if (isBlank(value)) refuse('This is needed.')
  if (new TextEncoder().encode(value).length > markdownBytes) refuse('Write at most 200 KB.')
  refuseCard(value, context)
})

/** The last four digits that an issue of a parse refuses as a card number, or null for any other issue. */
export function cardIn(issue: z.core.$ZodIssue): { last4: string } | null {
  if (issue.code !== 'custom' || issue.params?.code !== cardCode) return null
  return { last4: String(issue.params.last4) }
}

/** Fields of a body, as dotted paths (`note`, `items.0.title`), whose numbers are stated to be no card numbers. */
export const NotCardNumbers = z.array(z.string().regex(/^[A-Za-z][\w.]{0,79}$/)).max(20)

/** A field that holds what looks like a card number, and its last four digits. */
export type CardFound = { field: string; last4: string }

type Waiving<Data> =
  | { success: true; data: Data; waived: CardFound[] }
  | { success: false; issues: readonly z.core.$ZodIssue[] }

/**
 * Parses a body with the statement of `notCardNumbers`. `waived` are the fields that would have been refused without
 * it: each belongs into the audit record. Every other rule of those fields stays in force.
 */
export function parseWaiving<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  notCardNumbers: readonly string[],
): Waiving<z.output<Schema>> {
  const guarded = schema.safeParse(body, { reportInput: true })
  if (guarded.success) return { success: true, data: guarded.data, waived: [] }
  const { issues } = guarded.error
  const isStated = ({ path }: z.core.$ZodIssue) => notCardNumbers.includes(path.join('.'))
  const cards = issues.filter((issue) => cardIn(issue) !== null)
  if (!cards.some(isStated)) return { success: false, issues }

  const unguarded = withoutGuard(() => schema.safeParse(body, { reportInput: true }))
  const unstated = cards.filter((issue) => !isStated(issue))
  if (!unguarded.success) return { success: false, issues: [...unguarded.error.issues, ...unstated] }
  if (unstated.length > 0) return { success: false, issues: unstated }
  return { success: true, data: unguarded.data, waived: cards.flatMap(cardFound) }
}

function cardFound(issue: z.core.$ZodIssue): CardFound[] {
  const card = cardIn(issue)
  return card ? [{ field: issue.path.join('.'), ...card }] : []
}

function withoutGuard<T>(parse: () => T): T {
  waiving = true
  try {
    return parse()
  } finally {
    waiving = false
  }
}

function refuseCard(value: string, context: z.RefinementCtx) {
  const card = waiving ? null : findCardNumber(value)
  if (!card) return
  context.addIssue({
    code: 'custom',
    message: cardRefusal(card.last4),
    params: { code: cardCode, last4: card.last4 },
  })
}

function length(value: string): number {
  return [...value.trim().replace(/\s+/g, ' ')].length
}
