/**
 * How numbers, money, days and names of countries are written: in English as every text around them, in the manner of
 * the reader's own country where English is written there in one, else in the British manner.
 */
export function localeFor(readers: string): string {
  // The common case without a look into the tables, which takes as long as drawing several rows.
  if (/^en-[A-Z]{2}$/.test(readers)) return readers
  const { language, region } = new Intl.Locale(readers).maximize()
  const wanted = `en-${region}`
  const known = new Intl.DateTimeFormat(wanted).resolvedOptions().locale
  if (known === wanted) return wanted
  return language === 'en' ? known : 'en-GB'
}

export const formatLocale = localeFor(navigator.language)
