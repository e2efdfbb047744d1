import polyglotI18nProvider from 'ra-i18n-polyglot'
import { first } from './first.ts'

const locale = 'en'
let isBegun = false

/** Begins with the first texts, so that nobody waits for those of pages they may never open. */
export const i18nProvider = polyglotI18nProvider(
  () => {
    if (isBegun) return import('./en.ts').then(({ en }) => en)
    isBegun = true
    return first
  },
  locale,
  [{ locale, name: 'English' }],
)

let loading: Promise<void> | null = null

/** The texts of all pages, once. What could not be loaded is asked for again by the next page. */
export function loadTexts(): Promise<void> {
  loading ??= i18nProvider.changeLocale(locale).catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}
