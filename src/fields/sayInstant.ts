import { formatLocale } from '../i18n/formatLocale.ts'
import { onePerLocale } from './onePerLocale.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const kept = (options: Intl.DateTimeFormatOptions) =>
  onePerLocale((locale) => new Intl.DateTimeFormat(locale, options))
const clock = kept({ hour: '2-digit', minute: '2-digit' })
const dayOfYear = kept({ day: 'numeric', month: 'short' })
const fullDay = kept({ day: 'numeric', month: 'short', year: 'numeric' })
const exactly = kept({ dateStyle: 'full', timeStyle: 'long' })

/** A key of the catalogue with its values. */
type Said = { key: string; values: Record<string, string | number> }

/** How people say an instant; in brief, another day goes without its time. */
export function sayInstant(
  at: Date,
  now: Date,
  { locale = formatLocale, brief = false }: { locale?: string; brief?: boolean } = {},
): Said {
  const ahead = at.getTime() - now.getTime()
  const time = () => clock(locale).format(at)
  if (ahead >= minute && ahead < 2 * day) return soon(ahead)
  if (Math.abs(ahead) < minute) return { key: 'instants.now', values: {} }
  if (ahead < 0 && -ahead < hour)
    return { key: 'instants.minutes_ago', values: { minutes: Math.floor(-ahead / minute) } }
  const days = Math.round((startOf(now) - startOf(at)) / day)
  if (days === 0) return { key: 'instants.today', values: { time: time() } }
  if (days === 1)
    return { key: brief ? 'instants.yesterday_brief' : 'instants.yesterday', values: { time: time() } }
  const isThisYear = at.getFullYear() === now.getFullYear()
  const date = (isThisYear ? dayOfYear : fullDay)(locale).format(at)
  return isThisYear && !brief
    ? { key: 'instants.day', values: { date, time: time() } }
    : { key: 'instants.date', values: { date } }
}

function soon(ahead: number): Said {
  const hours = Math.floor(ahead / hour)
  const minutes = Math.floor((ahead % hour) / minute)
  return hours === 0
    ? { key: 'instants.in_minutes', values: { minutes } }
    : { key: 'instants.in_hours', values: { hours, minutes } }
}

const startOf = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()

/** The same instant to the second, with its zone. */
export function sayExactly(at: Date, locale = formatLocale): string {
  return exactly(locale).format(at)
}

/** The same instant in few words: "2 Mar 2026, 09:00". */
export function sayShortly(at: Date, locale = formatLocale): string {
  return at.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
}

/** An instant that somebody chose, with its weekday and zone, by which one sees that it is the one that was meant. */
export function sayChosen(at: Date, locale = formatLocale): string {
  return at.toLocaleString(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
}
