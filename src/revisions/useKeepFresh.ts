import { useQueryClient } from '@tanstack/react-query'
import type { Revision } from '../../contract/revisions.ts'

/** Puts a revision as it was saved on every screen that shows it; while a page saves by itself, lists can wait. */
export function useKeepFresh(): (saved: Revision, inLists?: boolean) => void {
  const queryClient = useQueryClient()
  return (saved, inLists = true) => {
    queryClient.setQueriesData({ queryKey: ['revisions', 'getOne', { id: saved.id }] }, saved)
    void queryClient.invalidateQueries({
      queryKey: ['revisions'],
      predicate: ({ queryKey }) => queryKey[1] !== 'getOne',
      refetchType: inLists ? 'active' : 'none',
    })
    if (inLists) void queryClient.invalidateQueries({ queryKey: ['events'] })
  }
}
