import countries from 'i18n-iso-countries'
import { Refused } from '../errors.ts'
import { isPostalCode } from './postalCodes.ts'

/**
 * Whether a place can exist as typed: the country has a code of ISO 3166-1, and a postal code has the form that the
 * country uses, where that form is known. An address without one is kept; a fifth of all countries have none.
 * @throws INVALID that names the field
 */
export function refuseUnknownPlace(country: string, postalCode: string | null) {
  if (!countries.isValid(country))
    throw new Refused('INVALID', { errors: { country: 'No country has this code.' } })
  if (postalCode === null || isPostalCode(postalCode, country)) return
  const name = countries.getName(country, 'en') ?? country
  throw new Refused('INVALID', { errors: { postalCode: `This is not a postal code of ${name}.` } })
}
