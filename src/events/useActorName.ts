import { useTranslate } from 'react-admin'
import type { Event } from '../../contract/events.ts'
import { useMe } from '../session/useMe.ts'

/** Who did it, as the reader would say. */
export function useActorName() {
  const t = useTranslate()
  const me = useMe()
  return ({ by, actorKind }: Event): string => {
    if (!by) return t(`events.actors.${actorKind}`)
    return by.id === me?.id ? t('events.you') : by.name
  }
}
