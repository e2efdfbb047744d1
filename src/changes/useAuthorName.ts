import { useTranslate } from 'react-admin'
import type { Change } from '../../contract/changes.ts'
import { useIsMine } from './useIsMine.ts'

/** Who changed something, as the reader would say. */
export function useAuthorName() {
  const t = useTranslate()
  const isMine = useIsMine()
  return ({ by, actorKind }: Pick<Change, 'by' | 'actorKind'>): string => {
    if (actorKind !== 'staff') return t(`changes.authors.${actorKind}`)
    if (isMine({ by, actorKind })) return t('events.you')
    return by?.name ?? t('changes.authors.staff')
  }
}
