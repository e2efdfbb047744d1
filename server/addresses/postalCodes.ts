import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator'

/**
 * Forms that the library lacks or takes too loosely, in capitals and without blanks and hyphens, after the addressing
 * formats of the Universal Postal Union.
 */
const ownForms: Readonly<Record<string, RegExp>> = {
  AR: /^[A-HJ-NP-Z]?\d{4}([A-Z]{3})?$/,
  BE: /^\d{4}$/,
  EG: /^\d{5}(\d{2})?$/,
  KH: /^\d{5,6}$/,
  KZ: /^(\d{6}|[A-Z]\d{2}[A-Z]\d[A-Z]\d)$/,
  MU: /^([A-Z\d]\d{4}|\d{3}[A-Z]{2}\d{3})$/,
  NI: /^\d{5}(\d{2})?$/,
  PE: /^(\d{5}|LIMA\d{1,2})$/,
  SA: /^\d{5}(\d{4})?$/,
  SV: /^(CP)?\d{4}$/,
  VE: /^\d{4}[A-Z]?$/,
}
/** Field post and a bank of old, which are in no scheme. */
const british = /^(BFPO\d{1,4}|GIR0AA)$/

/**
 * Whether a postal code has the form that its country uses, however its blanks, hyphens, capitals and the country's own
 * letters before it are written. Where the form is not known, everything has it.
 */
export function isPostalCode(typed: string, country: string): boolean {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  const own = ownForms[country]
  if (own) return own.test(code)
  if (!postcodeValidatorExistsForCountry(country)) return true
  if (country === 'GB' && british.test(code)) return true
  const bare = code.startsWith(country) ? code.slice(country.length) : code
  return [typed, ...spellings(code), ...spellings(bare)].some((each) => postcodeValidator(each, country))
}

/** With nothing, a hyphen or a blank at each place. */
function spellings(code: string): string[] {
  const places = Array.from({ length: Math.max(0, code.length - 1) }, (_, index) => index + 1)
  const parted = places.flatMap((at) => ['-', ' '].map((sign) => code.slice(0, at) + sign + code.slice(at)))
  return [code, ...parted]
}
