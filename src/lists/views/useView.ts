import { useListContext, useListPaginationContext, useListSortContext, useStore } from 'react-admin'
import type { View, ViewNoun } from '../../../contract/views.ts'
import { useSearchTerm } from '../useSearchTerm.ts'
import { asStands, type Standing, type TableColumns } from './standing.ts'

/** Which view a list was last set to, whether it still stands so, and how to set it to one. */
export function useView(noun: ViewNoun) {
  const { filterValues, setFilters } = useListContext()
  const { sort, setSort } = useListSortContext()
  const { setPage } = useListPaginationContext()
  const [chosen, setChosen] = useStore<string | null>(`${noun}.view`, null)
  const [columns] = useStore<TableColumns | null>(`${noun}.columns`, null)
  const [, setHidden] = useStore<string[]>(`${noun}.datatable`)
  const [, setTerm] = useSearchTerm(noun)
  const standing: Standing = asStands(filterValues ?? {}, sort, columns)

  function choose(view: View) {
    setChosen(view.id)
    setTerm('')
    setFilters(view.filter)
    if (view.sort) setSort({ field: view.sort[0], order: view.sort[1] })
    setPage(1)
    const wanted = view.columns
    if (wanted && columns) setHidden(columns.all.filter((source) => !wanted.includes(source)))
  }

  return { chosen, setChosen, standing, choose }
}
