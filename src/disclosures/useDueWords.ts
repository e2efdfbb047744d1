import { useTranslate } from 'react-admin'
import { sayInstant } from '../fields/sayInstant.ts'
import { useNow } from '../fields/useNow.ts'
import { formatLocale } from '../i18n/formatLocale.ts'

const hour = 60 * 60_000
const day = 24 * hour
const soon = 2 * day

type DueWords = { state: 'overdue' | 'soon' | 'later'; distance: string; instant: string }

/** How far off a deadline is, and the instant itself, in words. */
export function useDueWords(): (dueAt: string | Date) => DueWords {
  const t = useTranslate()
  const now = useNow()
  return (dueAt) => {
    const at = new Date(dueAt)
    const ahead = at.getTime() - now.getTime()
    const isThisYear = at.getFullYear() === now.getFullYear()
    const instant = at.toLocaleString(formatLocale, {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      ...(isThisYear ? {} : { year: 'numeric' }),
    })
    return { state: stateOf(ahead), distance: distanceOf(at, ahead), instant }
  }

  function distanceOf(at: Date, ahead: number): string {
    if (ahead < -day)
      return t('resources.disclosures.due.days_late', { smart_count: Math.floor(-ahead / day) })
    if (ahead < 0)
      return t('resources.disclosures.due.hours_late', { smart_count: Math.floor(-ahead / hour) })
    if (ahead >= soon) return t('resources.disclosures.due.in_days', { smart_count: Math.round(ahead / day) })
    const { key, values } = sayInstant(at, now)
    return t(key, values)
  }
}

function stateOf(ahead: number): DueWords['state'] {
  if (ahead < 0) return 'overdue'
  return ahead < soon ? 'soon' : 'later'
}
