import type { z } from 'zod'
import { fieldErrors } from '../../contract/fieldErrors.ts'
import { NotCardNumbers, parseWaiving } from '../../contract/text.ts'

type Values = Record<string, unknown>

/** What a form holds without the fields that nobody filled in: a strict body has no empty ones. */
export function filledIn(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )
}

/** The contract's own sentences beside the fields, before anything is sent. */
export function formErrors(schema: z.ZodType, { notCardNumbers, ...body }: Values): Record<string, unknown> {
  const stated = NotCardNumbers.safeParse(notCardNumbers).data ?? []
  const parsed = parseWaiving(schema, body, stated)
  return parsed.success ? {} : fieldErrors(parsed.issues)
}
