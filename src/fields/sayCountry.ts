import { onePerLocale } from './onePerLocale.ts'

const names = onePerLocale(
  (locale) => new Intl.DisplayNames(locale ?? navigator.language, { type: 'region', fallback: 'code' }),
)

/** A country's name in the reader's language; what is no code stays as it is. */
export function sayCountry(code: string | null, locale?: string): string | null {
  if (!code || !/^[A-Z]{2}$/.test(code)) return code
  return names(locale).of(code) ?? code
}
