import { useTranslate } from 'react-admin'
import type { Event } from '../../contract/events.ts'

/** What an event says in words: what was done, and why as far as the record holds it. */
export function useEventText() {
  const t = useTranslate()
  return ({ noun, act, reason, fields }: Event): { what: string; why: string | null } => {
    const name = t(`resources.${noun}.name`, { smart_count: 1, _: noun }).toLowerCase()
    const what = t(`events.said.${noun}.${act}`, {
      _: t(`events.said.any.${act}`, { name, _: `${act} (${name})` }),
    })
    const changed =
      fields && fields.length > 0
        ? fields.map((field) => t(`resources.${noun}.fields.${field}`, { _: field }))
        : []
    if (reason) return { what, why: t(`events.reasons.${reason}`, { _: reason }) }
    return { what, why: changed.length > 0 ? changed.join(', ') : null }
  }
}
