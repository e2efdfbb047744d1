import type { Change } from '../../contract/changes.ts'
import { useMe } from '../session/useMe.ts'

/** Whether the reader made a change oneself, in another tab or window. */
export function useIsMine() {
  const me = useMe()
  return ({ by, actorKind }: Pick<Change, 'by' | 'actorKind'>): boolean =>
    actorKind === 'staff' && by !== null && by.id === me?.id
}
