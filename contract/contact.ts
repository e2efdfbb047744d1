import { z } from 'zod'
import { text } from './text.ts'

const maskSign = '•'

/** A masked value that was sent back as it was shown would overwrite the real one. */
const whole = (value: string) => !value.includes(maskSign)
const wholeNeeded = 'Type the whole value; the dots stand for what is hidden.'

/** A line of text whose stored value is shown masked. */
export const contactLine = (max: number, min = 0) => text({ min, max }).refine(whole, wholeNeeded)

/** Letters of every script before the sign (RFC 6531); the domain in small letters. */
export const email = text({ max: 254 })
  .overwrite(lowerDomain)
  .refine(whole, { message: wholeNeeded, abort: true })
  .refine(
    (value) => value === '' || z.regexes.unicodeEmail.test(value),
    'Write an e-mail address such as name@example.org.',
  )

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
