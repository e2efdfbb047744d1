import { useGetList } from 'react-admin'
import type { View, ViewNoun } from '../../../contract/views.ts'
import { isAs } from './standing.ts'
import { useView } from './useView.ts'

/** The views of a list that the reader has, and which of them it was last set to. */
export function useViews(noun: ViewNoun) {
  const { data } = useGetList<View>('views', {
    filter: { noun, state: 'live' },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'name', order: 'ASC' },
  })
  const view = useView(noun)
  const last = data?.find(({ id }) => id === view.chosen) ?? null
  return { ...view, views: data, last, isAsLast: last !== null && isAs(last, view.standing) }
}
