import { useTranslate } from 'react-admin'
import type { Change } from '../../contract/changes.ts'
import { useMe } from '../session/useMe.ts'

/** Who changed something, as the reader would say. */
export function useAuthorName() {
  const t = useTranslate()
  const me = useMe()
  return ({ by, actorKind }: Pick<Change, 'by' | 'actorKind'>): string => {
    if (actorKind !== 'staff') return t(`changes.authors.${actorKind}`)
    if (by && by.id === me?.id) return t('events.you')
    return by?.name ?? t('changes.authors.staff')
  }
}
