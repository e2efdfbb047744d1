import { useQueryClient } from '@tanstack/react-query'
import { useGetList, useStore } from 'react-admin'
import { sayTotal } from '../fields/sayTotal.ts'
import { useSearchTerm } from '../lists/useSearchTerm.ts'

type Listed = { page?: number; perPage?: number; sort?: string; order?: 'ASC' | 'DESC'; filter?: object }
export type Order = { readonly field: string; readonly order: 'ASC' | 'DESC' }
type Row = { id: string }

/** What the list was read a while ago is as good as what the reader has in mind of it. */
const staleTime = 5 * 60_000

/**
 * The record before and the one after in the list that the reader came from: its order, its filters, and what it was
 * searched for. Reads no more of the list than the pages around the record; without a list there are none.
 */
export function useNeighbours(noun: string, id: string, usual: Order, usualFilter: object = {}) {
  const [listed] = useStore<Listed>(`${noun}.listParams`)
  const [page, setPage] = useStore<{ of: string; page: number } | null>(`${noun}.readingAt`, null)
  const [term] = useSearchTerm(noun)
  const { perPage = 25, sort = usual.field, order = usual.order, filter = usualFilter } = listed ?? {}
  const list = {
    perPage,
    sort: { field: sort, order },
    filter: { ...filter, ...(term === '' ? {} : { q: term }) },
  }
  const key = JSON.stringify(list)
  const queryClient = useQueryClient()
  const isOn = (of: number) => {
    const params = { pagination: { page: of, perPage }, sort: list.sort, filter: list.filter }
    const read = queryClient.getQueryData<{ data: Row[] }>([noun, 'getList', params])
    return read?.data.some((row) => row.id === id) ?? false
  }
  const here = page?.of === key && isOn(page.page) ? page.page : (listed?.page ?? 1)
  const isListed = queryClient.getQueriesData({ queryKey: [noun, 'getList'] }).length > 0

  const around = usePage(noun, list, here, isListed)
  const at = around.rows.findIndex((row) => row.id === id)
  const isFirst = at === 0
  const isLast = at >= 0 && at === around.rows.length - 1
  const before = usePage(noun, list, here - 1, isListed && isFirst && here > 1)
  const after = usePage(noun, list, here + 1, isListed && isLast && around.isMore)

  const previous = isFirst ? before.rows.at(-1) : around.rows[at - 1]
  const next = isLast ? after.rows[0] : at >= 0 ? around.rows[at + 1] : undefined
  return {
    previous: previous?.id ?? null,
    next: next?.id ?? null,
    /** From 1; null where the record is not on the page that the reader came from. */
    position: at < 0 ? null : (here - 1) * perPage + at + 1,
    total: around.total,
    /** To be said before one goes on, so that the next page is found where the record is. */
    turn: (to: 'previous' | 'next') => {
      if (to === 'previous' && isFirst) setPage({ of: key, page: here - 1 })
      if (to === 'next' && isLast) setPage({ of: key, page: here + 1 })
    },
  }
}

type List = { perPage: number; sort: { field: string; order: 'ASC' | 'DESC' }; filter: object }

function usePage(noun: string, { perPage, sort, filter }: List, page: number, enabled: boolean) {
  const { data, total, pageInfo, meta } = useGetList<Row>(
    noun,
    { pagination: { page: Math.max(1, page), perPage }, sort, filter },
    { enabled, staleTime },
  )
  const rows = enabled ? (data ?? []) : []
  return {
    rows,
    total: total === undefined && !meta?.capped ? null : sayTotal({ total, meta }),
    isMore: pageInfo?.hasNextPage ?? (total ?? 0) > page * perPage,
  }
}
