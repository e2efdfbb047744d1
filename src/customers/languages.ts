import type { Suggestion } from '../changes/inputs/SuggestLine.tsx'
import { formatLocale } from '../i18n/formatLocale.ts'

const letters = [...'abcdefghijklmnopqrstuvwxyz']
/** Languages that are written differently from country to country. */
const regional = [
  'de-AT',
  'de-CH',
  'en-GB',
  'en-US',
  'es-MX',
  'fr-CA',
  'fr-CH',
  'pt-BR',
  'pt-PT',
  'zh-Hans',
  'zh-Hant',
]

/** The languages that the browser has a name for, by name. */
export function languages(locale = formatLocale): Suggestion[] {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`))
  return [...codes.filter((code) => new Intl.Locale(code).toString() === code), ...regional]
    .flatMap((id) => {
      const name = names.of(id)
      return name ? [{ id, name }] : []
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, locale))
}

export const timeZones = (): Suggestion[] =>
  Intl.supportedValuesOf('timeZone').map((id) => ({ id, name: id.replaceAll('_', ' ') }))
