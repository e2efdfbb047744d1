const day = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const
const thisYears = new Intl.DateTimeFormat('en-GB', day)
const anyYears = new Intl.DateTimeFormat('en-GB', { ...day, year: 'numeric' })
const minutes = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

/** The day of an instant in a sentence, such as "2 May 2026"; days are those of UTC. */
export const sayDate = (at: Date): string => anyYears.format(at)

/** The same without the year where that is this one. */
export function sayRecentDate(at: Date, now: Date): string {
  return at.getUTCFullYear() === now.getUTCFullYear() ? thisYears.format(at) : sayDate(at)
}

/** An instant in a sentence, which readers in every zone take for the same: "2 May 2026, 09:00 UTC". */
export const sayMinute = (at: Date): string => `${minutes.format(at)} UTC`
