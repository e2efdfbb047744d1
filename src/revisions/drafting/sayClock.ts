import { formatLocale } from '../../i18n/formatLocale.ts'

/** The time of day, with the day where it is not today's: a note about what was saved has to hold for as long as it stands. */
export function sayClock(instant: string, now = new Date()): string {
  const at = new Date(instant)
  const time = { hour: '2-digit', minute: '2-digit' } as const
  if (at.toDateString() === now.toDateString()) return at.toLocaleTimeString(formatLocale, time)
  return at.toLocaleString(formatLocale, { day: 'numeric', month: 'short', ...time })
}
