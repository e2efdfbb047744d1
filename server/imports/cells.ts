import { isEmail } from '../../contract/contact.ts'
import { exponent, parseMoney } from '../../contract/money.ts'
import { text } from '../../contract/text.ts'
import { countryCode } from './countries.ts'
import { type DateOrder, readInstant } from './instants.ts'
import type { Sheet } from './sheet.ts'

/** How the numbers and dates of a file are written, where they do not say it themselves. */
export type Notation = { decimal?: '.' | ','; dates?: DateOrder }

/** Schemas are costly to make and cheap to keep. */
const lines = new Map<number, ReturnType<typeof text>>()

function oneLine(max: number) {
  const known = lines.get(max)
  if (known) return known
  const made = text({ max })
  lines.set(max, made)
  return made
}

/** One line of text: whatever blanks and line breaks an export left in it become single spaces. */
export function words<Field extends string>(sheet: Sheet<Field>, field: Field, max: number): string | null {
  const typed = sheet.get(field).normalize('NFC').replace(/\s+/g, ' ').trim()
  if (typed === '') return null
  const read = oneLine(max).safeParse(typed)
  if (read.success) return read.data
  sheet.refuse(field, read.error.issues[0]?.message ?? 'This text cannot be stored.')
  return null
}

/**
 * An identifier of the shop. Spreadsheets put an apostrophe in front of it. A plain number of fewer than 16 digits
 * is taken as what the column says it is: a tenth of Shopify's own 13-digit ids would pass for a card.
 */
export function identifier<Field extends string>(sheet: Sheet<Field>, field: Field): string | null {
  const typed = sheet.get(field).replace(/^'/, '').trim()
  return /^\d{1,15}$/.test(typed) ? typed : words(sheet, field, 120)
}

/** A cell that spreadsheets mark as text by an apostrophe in front. */
export function marked<Field extends string>(sheet: Sheet<Field>, field: Field, max: number): string | null {
  return words(sheet, field, max)?.replace(/^'\s*/, '') || null
}

/** An e-mail address, its host in small letters; null for an empty cell or one that was refused. */
export function email<Field extends string>(sheet: Sheet<Field>, field: Field): string | null {
  const typed = words(sheet, field, 254)
  if (typed === null) return null
  const at = typed.lastIndexOf('@')
  const lowered = typed.slice(0, at) + typed.slice(at).toLowerCase()
  if (isEmail(lowered)) return lowered
  sheet.refuse(field, 'This is not an e-mail address.')
  return null
}

/** The ISO 3166-1 code of a country by its code or its name; null for an empty cell or one that was refused. */
export function country<Field extends string>(sheet: Sheet<Field>, field: Field): string | null {
  const typed = words(sheet, field, 120)
  if (typed === null) return null
  const code = countryCode(typed)
  if (!code) sheet.refuse(field, 'No country is called this; write its name or its ISO code.')
  return code
}

/** An instant; null for an empty cell or one that was refused. */
export function instant<Field extends string>(
  sheet: Sheet<Field>,
  field: Field,
  { dates }: Notation,
): Date | null {
  const typed = sheet.get(field)
  if (typed === '') return null
  const read = readInstant(typed, dates)
  if (read instanceof Date) return read
  sheet.refuse(
    field,
    read === 'ambiguous'
      ? 'Day and month cannot be told apart; say --date-order dmy or mdy.'
      : 'This is not a date that can be read.',
  )
  return null
}

/** Minor units of `currency`, or null for an empty cell or one that was refused. */
export function money<Field extends string>(
  sheet: Sheet<Field>,
  field: Field,
  currency: string,
  { decimal }: Notation,
): number | null {
  const typed = sheet.get(field)
  if (typed === '') return null
  const read = parseMoney(typed, currency, decimal)
  if (typeof read === 'number') return read
  const reasons = {
    unreadable: 'This is not an amount of money.',
    ambiguous: 'Decimals and thousands cannot be told apart; say --decimal . or --decimal ,',
    precise: `The amount has more than the ${exponent(currency)} decimals of ${currency}.`,
    large: 'The amount is too large.',
  }
  sheet.refuse(field, reasons[read])
  return null
}

/** A whole number of one or more; an empty cell means one. */
export function quantity<Field extends string>(sheet: Sheet<Field>, field: Field): number {
  const match = /^(\d{1,9})(?:[.,]0*)?$/.exec(sheet.get(field) || '1')
  const read = Number(match?.[1] ?? 0)
  if (read < 1) sheet.refuse(field, 'The quantity is not a whole number of one or more.')
  return read
}
