import { createContext, useContext, useState } from 'react'
import { type Identifier, useListContext } from 'react-admin'
import { sayTotal } from '../fields/sayTotal.ts'

/** What is picked in a list: some rows, or all that match but some. */
type Picked = { key: string; isAll: boolean; ids: readonly Identifier[] }
type Holder = [picked: Picked, pick: (picked: Picked) => void]

const nothing: Picked = { key: '', isAll: false, ids: [] }

export const SelectionHolder = createContext<Holder>([nothing, () => undefined])
export const useSelectionHolder = (): Holder => useState(nothing)

/** The purchases that are selected in the list around it; another filter begins anew, so that nothing unseen is acted on. */
export function useSelection() {
  const { filterValues, filter, total, meta, data = [] } = useListContext()
  const [held, hold] = useContext(SelectionHolder)
  const asked: Record<string, unknown> = { ...filter, ...filterValues }
  const key = JSON.stringify(asked)
  const { isAll, ids }: Picked = held.key === key ? held : nothing
  const isCapped = meta?.capped === true
  const pick = (next: Omit<Picked, 'key'>) => hold({ key, ...next })
  return {
    isAll,
    /** Those picked, or, where all are, those left out. */
    ids,
    filter: asked,
    total,
    isCapped,
    totalText: sayTotal({ total, meta }),
    /** How many are selected, or null where nobody counted them. */
    count: isAll ? (isCapped || total === undefined ? null : total - ids.length) : ids.length,
    isEmpty: !isAll && ids.length === 0,
    /** The rows of this page that are ticked. */
    ticked: isAll ? data.map(({ id }) => id).filter((id) => !ids.includes(id)) : [...ids],
    toggle: (id: Identifier) =>
      pick({ isAll, ids: ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id] }),
    /** What the box at the head of the table says is selected. */
    pickPage: (next: readonly Identifier[]) => pick({ isAll: false, ids: next }),
    pickAll: () => pick({ isAll: true, ids: [] }),
    clear: () => pick({ isAll: false, ids: [] }),
  }
}
export type Selection = ReturnType<typeof useSelection>

/** What the server is told to work on. */
export function scopeOf({ isAll, ids, filter }: Pick<Selection, 'isAll' | 'ids' | 'filter'>) {
  if (!isAll) return { ids }
  return ids.length > 0 ? { filter, excludeIds: ids } : { filter }
}
