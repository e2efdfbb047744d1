import countries from 'i18n-iso-countries'

/** What exports write for a country and no list of names holds. */
const others: Record<string, string> = {
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  northernireland: 'GB',
  greatbritain: 'GB',
  uk: 'GB',
  holland: 'NL',
  unitedstatesofamericausa: 'US',
  korea: 'KR',
  uae: 'AE',
  turkey: 'TR',
  türkiye: 'TR',
}

const ambiguous = ''

let names: Map<string, string> | undefined

/**
 * The ISO 3166-1 alpha-2 code of a country written as a code of two or three letters or as its name in any
 * language, or null. A name that means two countries in two languages means none here.
 */
export function countryCode(text: string): string | null {
  const code = text.trim().toUpperCase()
  if (/^[A-Z]{2}$/.test(code) && countries.isValid(code)) return code
  if (/^[A-Z]{3}$/.test(code) && countries.isValid(code)) return countries.alpha3ToAlpha2(code) ?? null
  names ??= allNames()
  return names.get(fold(text)) ?? null
}

function allNames(): Map<string, string> {
  const known = namesIn('en')
  const english = new Set(known.keys())
  for (const language of countries.getSupportedLanguages()) {
    for (const [name, code] of namesIn(language)) {
      const before = known.get(name)
      if (before === undefined) known.set(name, code)
      else if (before !== code && !english.has(name)) known.set(name, ambiguous)
    }
  }
  for (const [name, code] of Object.entries(others)) known.set(fold(name), code)
  return new Map([...known].filter(([, code]) => code !== ambiguous))
}

function namesIn(language: string): Map<string, string> {
  const all = Object.entries(countries.getNames(language, { select: 'all' }))
  return new Map(all.flatMap(([code, names]) => [names].flat().map((name) => [fold(name), code])))
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}\P{L}]/gu, '')
    .toLowerCase()
}
