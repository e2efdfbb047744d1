import { parsePhoneNumberFromString } from 'libphonenumber-js'

export type Masked = 'email' | 'phone' | 'street' | 'recipient'

/**
 * What everybody sees of contact data until it is revealed: enough to tell two records apart on the telephone,
 * too little to write, call or visit. Used wherever such a value is shown.
 */
export function mask(kind: Masked, value: string): string
export function mask(kind: Masked, value: string | null): string | null
export function mask(kind: Masked, value: string | null): string | null {
  if (value === null || value === '') return value
  return masks[kind](value)
}

const masks: Record<Masked, (value: string) => string> = { email, phone, street: firstLetter, recipient }

function email(value: string): string {
  const at = value.lastIndexOf('@')
  return at < 1 ? '•••' : `${firstLetter(value.slice(0, at))}${value.slice(at)}`
}

/** Country and last two digits; of a number nobody could read only the digits, and only if it is long enough. */
function phone(value: string): string {
  const code = callingCode(value)
  const digits = value.replace(/\D/g, '')
  const end = digits.length < 6 ? '' : digits.slice(-2)
  return code === null ? `••• ••${end}` : `+${code} ••• ••${end}`
}

const codes = new Map<string, string>()

/** No country's code is the beginning of another's nor longer than three digits, so these say it for all that follow. */
function callingCode(value: string): string | null {
  const beginning = /^\+\d{8,15}$/.test(value) ? value.slice(0, 4) : null
  const known = beginning === null ? undefined : codes.get(beginning)
  if (known !== undefined) return known
  const code = parsePhoneNumberFromString(value)?.countryCallingCode ?? null
  if (beginning !== null && code !== null) codes.set(beginning, code)
  return code
}

function recipient(value: string): string {
  return value.trim().split(/\s+/).map(firstLetter).join(' ')
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The first letter as a person sees it, with whatever sits on it. */
function firstLetter(value: string): string {
  // Nothing can sit on a letter that a plain one follows, and nearly all are such.
  if (/^[a-z][ -~]/i.test(value)) return `${value[0]}•••`
  const [first] = graphemes.segment(value.trim())
  return `${first?.segment ?? ''}•••`
}
