import { formatLocale } from '../i18n/formatLocale.ts'

/** The day of an instant as one says it in a sentence: "3 March 2026". */
export const sayDay = (at: string, locale = formatLocale): string =>
  new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' })
