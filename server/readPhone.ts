import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'

/** A number as E.164, or as it was typed when nobody can dial it as it stands. */
type Phone = { phone: string; phoneTyped: null } | { phone: null; phoneTyped: string }

/** Reads a telephone number; one without a country prefix is taken as of `country` (ISO 3166-1 alpha-2). */
export function readPhone(typed: string, country: string | null): Phone {
  const found = parsePhoneNumberFromString(typed, supported(country))
  if (found?.isPossible() && /^\+\d{8,15}$/.test(found.number))
    return { phone: found.number, phoneTyped: null }
  return { phone: null, phoneTyped: typed }
}

function supported(country: string | null): CountryCode | undefined {
  return country !== null && isSupportedCountry(country) ? country : undefined
}
