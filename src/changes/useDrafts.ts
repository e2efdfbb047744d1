import { useMemo } from 'react'
import { useStore, useStoreContext } from 'react-admin'
import type { Said } from './fieldsOf.ts'
import type { Meanwhile } from './meanwhile.ts'

/** A form that was closed before it was sent: what it opened with, what was typed, what others did since. */
export type Draft = { opened: Said & { version: number }; values: Said; meanwhile: Meanwhile | null }

const keyOf = (form: string) => `drafts.${form}`

/** What is typed outlives the form and the page, in memory alone: a reload or the end of the session takes it away. */
export function useDrafts(form: string) {
  const store = useStoreContext()
  return useMemo(() => {
    const key = keyOf(form)
    return {
      read: () => store.getItem<Draft | null>(key, null) ?? null,
      keep: (draft: Draft) => store.setItem(key, draft),
      drop: () => store.removeItem(key),
    }
  }, [store, form])
}

export function useHasDraft(form: string): boolean {
  const [draft] = useStore<Draft | null>(keyOf(form), null)
  return Boolean(draft)
}
