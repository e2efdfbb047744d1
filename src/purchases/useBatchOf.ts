import { useGetList } from 'react-admin'
import { batchOfRequest } from '../../contract/batchRequests.ts'
import type { Event } from '../../contract/events.ts'
import type { Purchase } from '../../contract/purchases.ts'

/** Which batch deactivated a purchase or brought it back, as the audit record has it; asked only of one with a history. */
export function useBatchOf({ id, history }: Purchase) {
  const { data } = useGetList<Event>(
    'events',
    {
      filter: { noun: 'purchases', recordId: id, act: ['deactivate', 'reactivate'], outcome: 'done' },
      pagination: { page: 1, perPage: 100 },
      sort: { field: 'at', order: 'DESC' },
    },
    { enabled: history.length > 0 },
  )
  return ({ at }: Purchase['history'][number]): string | null => {
    const event = data?.find((each) => each.at === at)
    return event ? batchOfRequest(event.requestId) : null
  }
}
