import { formatLocale } from '../i18n/formatLocale.ts'
import { onePerLocale } from './onePerLocale.ts'

const names = onePerLocale((locale) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }))

/** A country's name; what is no code stays as it is. */
export function sayCountry(code: string | null, locale = formatLocale): string | null {
  if (!code || !/^[A-Z]{2}$/.test(code)) return code
  return names(locale).of(code) ?? code
}
