export type DateOrder = 'dmy' | 'mdy'

const clock = String.raw`(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([AaPp])\.?[Mm]\.?)?)?`
const zone = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?`
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${clock}${zone}$`)
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${clock}${zone}$`)

/**
 * An instant from what exports write; without a zone it is UTC. 03/04/2021 is refused as `ambiguous` unless the
 * order is stated; with dashes or dots the day comes first.
 */
export function readInstant(text: string, order?: DateOrder): Date | 'unreadable' | 'ambiguous' {
  const first = yearFirst.exec(text)
  if (first) return instant([first[1], first[3], first[4]], first.slice(5))
  const last = yearLast.exec(text)
  if (!last) return 'unreadable'
  const [, one = '', separator, two = '', year] = last
  const isMonthFirst = order ? order === 'mdy' : Number(two) > 12
  if (!order && separator === '/' && Number(one) <= 12 && Number(two) <= 12 && one !== two) return 'ambiguous'
  return instant(isMonthFirst ? [year, one, two] : [year, two, one], last.slice(5))
}

function instant(date: (string | undefined)[], time: (string | undefined)[]): Date | 'unreadable' {
  const [year = 0, month = 0, day = 0] = date.map(Number)
  const [hourText = '0', minute = '0', second = '0', half, zoneText = 'Z'] = time
  let hour = Number(hourText)
  if (half && (hour < 1 || hour > 12)) return 'unreadable'
  if (half) hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const found = new Date(Date.UTC(year, month - 1, day, hour, Number(minute), Number(second)))
  const isReal =
    found.getUTCFullYear() === year &&
    found.getUTCMonth() === month - 1 &&
    found.getUTCDate() === day &&
    hour < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60
  if (!isReal || year < 1900) return 'unreadable'
  return new Date(found.getTime() - zoneMinutes(zoneText) * 60_000)
}

function zoneMinutes(zoneText: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zoneText)
  if (!match) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
}
