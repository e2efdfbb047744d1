import { formatLocale } from '../i18n/formatLocale.ts'
import { onePerLocale } from './onePerLocale.ts'

const names = onePerLocale((locale) => new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }))

/** "Brazilian Portuguese" of pt-BR; null of what is no language. */
export function sayLanguage(code: unknown, locale = formatLocale): string | null {
  if (typeof code !== 'string') return null
  try {
    return names(locale).of(code.trim()) ?? null
  } catch (error) {
    // Half a code is no code yet, and the server says so if it stays half.
    if (error instanceof RangeError) return null
    throw error
  }
}
