import { readPhone } from '../readPhone.ts'
import { addressOf, type ReadAddress } from './addressOf.ts'
import { email, identifier, instant, marked, type Notation, words } from './cells.ts'
import type { CustomerField } from './fields.ts'
import type { Sheet } from './sheet.ts'

/** What a row says about a customer; null where it says nothing, which changes nothing. */
export type CustomerFacts = {
  externalId: string | null
  email: string | null
  firstName: string | null
  lastName: string | null
  company: string | null
  phone: string | null
  phoneTyped: string | null
  locale: string | null
  timeZone: string | null
  registeredAt: Date | null
  lastLoginAt: Date | null
}
export type CustomerDraft = { line: number; facts: CustomerFacts; addresses: KindedAddress[] }
export type KindedAddress = CompleteAddress & { kind: 'billing' | 'shipping' | 'both' }
export type CompleteAddress = ReadAddress & { line1: string; city: string; country: string }

const addressFields = {
  recipient: 'recipient',
  line1: 'line1',
  line2: 'line2',
  city: 'city',
  region: 'region',
  postalCode: 'postalCode',
  country: 'country',
} as const

/** Reads one row of customers; what is wrong with it stands in the sheet afterwards. */
export function customerOf(sheet: Sheet<CustomerField>, notation: Notation): CustomerDraft {
  const address = addressOf(sheet, addressFields)
  const complete = completeAddress(address)
  if (address && !complete && sheet.refusals.length === 0) {
    sheet.warn('line1', 'The address lacks its street, city or country and was left out.')
  }
  const facts = {
    externalId: identifier(sheet, 'externalId'),
    email: email(sheet, 'email'),
    ...nameOf(sheet),
    company: words(sheet, 'company', 120),
    ...phoneOf(sheet, address?.country ?? null),
    locale: words(sheet, 'locale', 35),
    timeZone: words(sheet, 'timeZone', 60),
    registeredAt: instant(sheet, 'registeredAt', notation),
    lastLoginAt: instant(sheet, 'lastLoginAt', notation),
  }
  if (!facts.externalId && !facts.email && sheet.refusals.length === 0) {
    sheet.refuse(
      'email',
      'The row has neither an id nor an e-mail address, so it could not be recognised again.',
    )
  }
  if (!facts.firstName && !facts.lastName && !facts.company)
    sheet.warn('lastName', 'The customer has no name.')
  return { line: sheet.line, facts, addresses: complete ? [{ ...complete, kind: 'both' }] : [] }
}

/** First and last name, from columns of their own or split from one. */
export function nameOf<Field extends string>(sheet: Sheet<Field | 'name' | 'firstName' | 'lastName'>) {
  const firstName = words(sheet, 'firstName', 120)
  const lastName = words(sheet, 'lastName', 120)
  return firstName || lastName ? { firstName, lastName } : splitName(words(sheet, 'name', 120))
}

/** A name in one piece is split before its last word. */
export function splitName(name: string | null) {
  const at = name?.lastIndexOf(' ') ?? -1
  if (name === null || at < 0) return { firstName: null, lastName: name }
  return { firstName: name.slice(0, at), lastName: name.slice(at + 1) }
}

/** A number that cannot be dialled is kept as it was typed, with a warning; it never costs the row. */
export function phoneOf<Field extends string>(sheet: Sheet<Field | 'phone'>, country: string | null) {
  const typed = marked(sheet, 'phone', 120)
  if (typed === null) return { phone: null, phoneTyped: null }
  const read = readPhone(typed, country)
  if (read.phone === null)
    sheet.warn('phone', 'The telephone number cannot be read; it is kept as it was typed.')
  return read
}

/** The address if somebody could send something there, else null. */
export function completeAddress(address: ReadAddress | null): CompleteAddress | null {
  if (!address) return null
  const { line1, city, country } = address
  return line1 && city && country ? { ...address, line1, city, country } : null
}
