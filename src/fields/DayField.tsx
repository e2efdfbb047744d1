import { formatLocale } from '../i18n/formatLocale.ts'
import { Nothing } from './Nothing.tsx'

/** A day without a time (`2026-03-02`), in the reader's words. */
export function DayField({ value }: { value: string | null | undefined }) {
  if (!value) return <Nothing />
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`)
  return (
    <time dateTime={value} className="tabular" style={{ whiteSpace: 'nowrap' }}>
      {day.toLocaleDateString(formatLocale, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      })}
    </time>
  )
}
