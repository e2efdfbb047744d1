import { isPostalCode } from '../addresses/postalCodes.ts'
import { country, marked, words } from './cells.ts'
import type { Sheet } from './sheet.ts'

export type AddressFields<Field> = Record<
  'recipient' | 'line1' | 'line2' | 'city' | 'region' | 'postalCode' | 'country',
  Field
>
export type ReadAddress = Record<keyof AddressFields<string>, string | null>

/**
 * The address of a row, or null where none is given. A missing or odd postal code is a warning: parcels arrive
 * without one in a fifth of all countries, and no customer is turned away over it.
 */
export function addressOf<Field extends string>(
  sheet: Sheet<Field>,
  fields: AddressFields<Field>,
): ReadAddress | null {
  const read = {
    recipient: words(sheet, fields.recipient, 120),
    ...streetOf(sheet, fields),
    city: words(sheet, fields.city, 120),
    region: words(sheet, fields.region, 120),
    postalCode: marked(sheet, fields.postalCode, 20),
    country: country(sheet, fields.country),
  }
  const isGiven = [read.line1, read.line2, read.city, read.region, read.postalCode].some(
    (part) => part !== null,
  )
  if (!isGiven) return null
  if (read.postalCode === null) sheet.warn(fields.postalCode, 'The address has no postal code.')
  else if (read.country !== null && !isPostalCode(read.postalCode, read.country)) {
    sheet.warn(fields.postalCode, 'The postal code is not one of this country.')
  }
  return read
}

/** Magento writes the lines of a street as a JSON list in one cell. */
function streetOf<Field extends string>(sheet: Sheet<Field>, fields: AddressFields<Field>) {
  const cell = sheet.get(fields.line1)
  if (!/^\[".*"\]$/s.test(cell)) {
    return { line1: words(sheet, fields.line1, 200), line2: words(sheet, fields.line2, 200) }
  }
  const [first = '', ...others] = cell.slice(2, -2).split(/"\s*,\s*"/)
  const part = (text: string) => words({ ...sheet, get: () => text }, fields.line1, 200)
  return { line1: part(first), line2: part(others.filter(Boolean).join(', ')) }
}
