import { useTranslate } from 'react-admin'
import { useAuthorName } from '../changes/useAuthorName.ts'
import type { Entry } from './timelineEntries.ts'
import { useActorName } from './useActorName.ts'
import { useEventText } from './useEventText.ts'

/** Who did what, and why, in one line each. */
export function useEntryText() {
  const t = useTranslate()
  const textOf = useEventText()
  const actorOf = useActorName()
  const authorOf = useAuthorName()

  return ({ event, changes }: Entry): { who: string; what: string; why: string | null } => {
    const [first] = changes
    const told = event ? textOf(event) : null
    const who = event ? actorOf(event) : first ? authorOf(first) : ''
    if (told && (event?.act !== 'edit' || !first))
      return { who, what: told.what, why: first?.reason ?? told.why }
    const why = first?.reason ?? null
    const isNew = first?.noun === 'addresses' && changes.every(({ before }) => before === null)
    if (isNew) return { who, what: t('changes.said.added_address'), why }
    const fields = changes.map(({ noun, field }) =>
      t(`resources.${noun}.fields.${field}`, { _: field }).toLowerCase(),
    )
    return { who, what: t(`changes.said.${first?.noun ?? 'customers'}`, { fields: fields.join(', ') }), why }
  }
}
