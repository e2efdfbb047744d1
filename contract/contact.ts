import { text } from './text.ts'

const maskSign = '•'

/** A masked value that was sent back as it was shown would overwrite the real one. */
const whole = (value: string) => !value.includes(maskSign)
const wholeNeeded = 'Type the whole value; the dots stand for what is hidden.'

/** A line of text whose stored value is shown masked. */
export const contactLine = (max: number, min = 0) => text({ min, max }).refine(whole, wholeNeeded)

/** RFC 5321, 4.1.2: atoms with dots between them; characters of every script, too (RFC 6531), that can be seen. */
const atom = /^(?:[\w!#$%&'*+\-/=?^`{|}~]|(?![\p{C}\p{Z}\p{Default_Ignorable_Code_Point}])[^\0-\x7f])+$/u
const label = /^(?!-)(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N}-]){1,63}(?<!-)$/u

/** Whether a text has the shape of an address that mail can be sent to over the Internet. */
export function isEmail(value: string): boolean {
  const at = value.lastIndexOf('@')
  const [name, host] = [value.slice(0, Math.max(0, at)), value.slice(at + 1)]
  const labels = host.split('.')
  return (
    [...name].length <= 64 &&
    name.split('.').every((part) => atom.test(part)) &&
    labels.length > 1 &&
    labels.every((part) => label.test(part)) &&
    /\p{L}/u.test(labels.at(-1) ?? '')
  )
}

/** An e-mail address with its domain in small letters. */
export const email = text({ max: 254 })
  .overwrite(lowerDomain)
  .refine(whole, { message: wholeNeeded, abort: true })
  .refine((value) => value === '' || isEmail(value), 'Write an e-mail address such as name@example.org.')

/** Whatever was typed: what cannot be read as a number is kept as it stands and marked. */
export const phone = contactLine(120)

/** BCP 47, such as pt-BR. */
export const locale = text({ max: 35 }).refine(isLocale, 'Write a language tag such as en or pt-BR.')

/** A name of the IANA database, such as Europe/Berlin. */
export const timeZone = text({ max: 60 }).refine(isTimeZone, 'Write a time zone such as Europe/Berlin.')

function lowerDomain(value: string): string {
  const composed = value.normalize('NFC')
  const at = composed.lastIndexOf('@')
  return composed.slice(0, at + 1) + composed.slice(at + 1).toLowerCase()
}

function isLocale(value: string): boolean {
  try {
    return value === '' || Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}

function isTimeZone(value: string): boolean {
  if (value === '') return true
  if (!/^[A-Za-z]/.test(value)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
