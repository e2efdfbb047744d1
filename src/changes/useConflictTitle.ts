import { useTranslate } from 'react-admin'
import type { Theirs } from '../../contract/changes.ts'
import { sayInstant } from '../fields/sayInstant.ts'
import { useNow } from '../fields/useNow.ts'
import { useAuthorName } from './useAuthorName.ts'
import { useIsMine } from './useIsMine.ts'

/** Who saved first, by the change that says so. */
export function useConflictTitle() {
  const t = useTranslate()
  const now = useNow()
  const authorOf = useAuthorName()
  const isMine = useIsMine()
  return (change: Pick<Theirs, 'by' | 'actorKind' | 'at'> | undefined): string => {
    if (!change) return t('changes.conflict_unknown')
    if (!isMine(change)) return t('changes.conflict', { name: authorOf(change) })
    const { key, values } = sayInstant(new Date(change.at), now)
    return t('changes.conflict_own', { when: t(key, values) })
  }
}
