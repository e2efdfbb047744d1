import { formatLocale } from '../i18n/formatLocale.ts'

/** Codes that name no country of today, or none at all. */
const unused = new Set(['EZ', 'QO', 'XA', 'XB', 'ZZ'])
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Every country with its name, by name. The browser knows them; no list to carry. */
export function countries(locale = formatLocale): { id: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`))
  return codes
    .filter((code) => !unused.has(code) && new Intl.Locale(`und-${code}`).region === code)
    .flatMap((id) => {
      const name = names.of(id)
      return name ? [{ id, name }] : []
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, locale))
}
