const names = new Intl.DisplayNames(undefined, { type: 'language', fallback: 'none' })

/** A language code as a person says it; null for what is none. */
export function languageName(code: unknown): string | null {
  if (typeof code !== 'string' || !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)) return null
  try {
    return names.of(code) ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
