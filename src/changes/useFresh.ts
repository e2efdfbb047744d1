import { useQueryClient } from '@tanstack/react-query'
import type { Noun } from '../../contract/permissions.ts'

/** After a write: the record is shown as it was answered, and whatever else tells of the customer is read again. */
export function useFresh(): (noun: Noun, record: { id: string }) => void {
  const queryClient = useQueryClient()
  return (noun, record) => {
    queryClient.setQueriesData({ queryKey: [noun, 'getOne', { id: record.id }] }, record)
    for (const stale of ['customers', 'addresses', 'changes', 'events'] as const) {
      void queryClient.invalidateQueries({
        queryKey: [stale],
        predicate: ({ queryKey }) => !(stale === noun && queryKey[1] === 'getOne'),
      })
    }
  }
}
