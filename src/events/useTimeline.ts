import { useMemo, useState } from 'react'
import { type RaRecord, useInfiniteGetList } from 'react-admin'
import type { Change } from '../../contract/changes.ts'
import type { Event } from '../../contract/events.ts'
import { timelineEntries } from './timelineEntries.ts'

const perPage = 50
const atFirst = 8
const more = 20

/** Everything that happened to a customer and what belongs to them, read further back as one asks for it. */
export function useTimeline(customerId: string, withLooks: boolean) {
  const [shown, setShown] = useState(atFirst)
  const acts = useStream<Event>('events', { customerId, ...(withLooks ? {} : { looks: false }) })
  const changes = useStream<Change>('changes', { customerId })
  const entries = useMemo(() => timelineEntries(acts, changes), [acts, changes])
  const isMore = entries.length > shown || acts.isMore || changes.isMore

  function showMore() {
    setShown(shown + more)
    if (entries.length >= shown + more) return
    acts.readOn()
    changes.readOn()
  }

  return {
    entries: entries.slice(0, shown),
    isMore,
    showMore,
    isPending: acts.isPending || changes.isPending,
    isReading: acts.isReading || changes.isReading,
    error: acts.error ?? changes.error,
    readAgain: () => {
      acts.readAgain()
      changes.readAgain()
    },
  }
}

function useStream<Row extends RaRecord>(noun: string, filter: object) {
  const { data, isPending, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteGetList<Row>(noun, {
      filter,
      pagination: { page: 1, perPage },
      sort: { field: 'at', order: 'DESC' },
    })
  return useMemo(
    () => ({
      rows: data?.pages.flatMap((page) => page.data) ?? [],
      isMore: hasNextPage,
      isPending,
      isReading: isFetchingNextPage,
      error: data ? null : error,
      readOn: () => {
        if (hasNextPage) void fetchNextPage()
      },
      readAgain: () => void refetch(),
    }),
    [data, isPending, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch],
  )
}
