import { z } from 'zod'
import type { ErrorCode } from '../contract/errors.ts'
import { fieldErrors } from '../contract/fieldErrors.ts'
import { type CardFound, cardIn, NotCardNumbers, parseWaiving } from '../contract/text.ts'
import { Refused } from './errors.ts'

const deepest = 8

/** A JSON body as data; nesting is limited before anything is built from it. */
export function readJson(text: string): unknown {
  if (nesting(text) > deepest) throw new Refused('MALFORMED_BODY')
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused('MALFORMED_BODY')
  }
}

/**
 * The body in the shape that the contract promises.
 * @throws UNKNOWN_FIELD, VERSION_REQUIRED, CARD_NUMBER_NOT_ALLOWED, JUSTIFICATION_REQUIRED or INVALID, with the fields named
 */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  return parseStated(schema, { body, notCardNumbers: [] }).input
}

/** A body, and what was stated about the numbers in it: that what looks like the number of a card is none. */
export type Stated = { body: unknown; notCardNumbers: readonly string[] }

/** Any act may come with such a statement, so no body of the contract names it. */
export function takeStatement(raw: unknown): Stated {
  if (raw === null || typeof raw !== 'object' || !('notCardNumbers' in raw)) {
    return { body: raw, notCardNumbers: [] }
  }
  const { notCardNumbers, ...body } = raw
  return { body, ...parseBody(z.object({ notCardNumbers: NotCardNumbers }), { notCardNumbers }) }
}

/** As `parseBody`, with the fields that passed the card-number guard by statement alone. */
export function parseStated<Schema extends z.ZodType>(
  schema: Schema,
  { body, notCardNumbers }: Stated,
): { input: z.output<Schema>; waived: CardFound[] } {
  if (body !== null && typeof body === 'object' && Object.hasOwn(body, '__proto__')) {
    throw new Refused('UNKNOWN_FIELD', { values: { field: '__proto__' } })
  }
  const parsed = parseWaiving(schema, body, notCardNumbers)
  if (!parsed.success) throw refusalOf(parsed.issues)
  return { input: parsed.data, waived: parsed.waived }
}

function refusalOf(issues: readonly z.core.$ZodIssue[]): Refused {
  const errors = fieldErrors(issues)
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys')
  if (unknown) {
    const field = [...unknown.path, unknown.keys[0]].join('.')
    return new Refused('UNKNOWN_FIELD', { values: { field }, details: { fields: unknown.keys } })
  }
  const card = issues.map(cardIn).find((found) => found !== null)
  if (card) return new Refused('CARD_NUMBER_NOT_ALLOWED', { values: card, errors })
  const code: ErrorCode = issues.some(({ path, input }) => path.join() === 'version' && input === undefined)
    ? 'VERSION_REQUIRED'
    : 'INVALID'
  return new Refused(code, { errors })
}

function nesting(text: string): number {
  let depth = 0
  let most = 0
  for (const [found] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (found === '{' || found === '[') most = Math.max(most, ++depth)
    else if (found === '}' || found === ']') depth--
  }
  return most
}
