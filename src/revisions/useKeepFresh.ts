import { useQueryClient } from '@tanstack/react-query'
import type { Revision } from '../../contract/revisions.ts'

/** Puts a revision as it was saved on every screen that shows it. */
export function useKeepFresh(): (saved: Revision) => void {
  const queryClient = useQueryClient()
  return (saved) => {
    queryClient.setQueriesData({ queryKey: ['revisions', 'getOne', { id: saved.id }] }, saved)
    void queryClient.invalidateQueries({
      queryKey: ['revisions'],
      predicate: ({ queryKey }) => queryKey[1] !== 'getOne',
    })
    void queryClient.invalidateQueries({ queryKey: ['events'] })
  }
}
