const day = 24 * 60 * 60_000
const quietDays = 180

/** The filter of purchases that the activity rule suggests for deactivation; whole days, so that the address stays the same all day. */
export function suggestedSince(now: Date): string {
  const today = Math.floor(now.getTime() / day) * day
  return new Date(today - quietDays * day).toISOString()
}

export const suggested = (now: Date) => ({ activation: 'active', inactiveSince: suggestedSince(now) })
