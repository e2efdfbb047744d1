import { useCallback, useEffect, useRef, useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { Revision } from '../../contract/revisions.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { whole } from '../layout/RecordPage.tsx'
import { type DraftWords, isSameWords, wordsOf } from './draftWords.ts'
import { useKeepFresh } from './useKeepFresh.ts'

export type Draft = ReturnType<typeof useDraft>

/**
 * A draft while somebody writes in it. What is typed is kept here and not in the state of a component, so that a key
 * costs the same in a long text; a refusal of any kind leaves it as it is.
 */
export function useDraft(latest: Revision) {
  const provider = useDataProvider<StewardProvider>()
  const keepFresh = useKeepFresh()
  const [opened, setOpened] = useState(latest)
  const began = useRef(wordsOf(latest))
  const typed = useRef(wordsOf(latest))
  const [isDirty, setDirty] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  /** Counts how often other words than the typed ones were put into the fields. */
  const [edition, setEdition] = useState(0)

  const isUnsaved = useCallback(() => !isSameWords(began.current, typed.current), [])

  const put = useCallback((revision: Revision, words: DraftWords) => {
    setOpened(revision)
    began.current = wordsOf(revision)
    typed.current = words
    setDirty(!isSameWords(wordsOf(revision), words))
    setFailure(null)
    setEdition((count) => count + 1)
  }, [])

  // A colleague saved, and nothing is typed here that could be lost: what they wrote comes in by itself.
  useEffect(() => {
    if (latest.version > opened.version && !isUnsaved() && !isSaving) put(latest, wordsOf(latest))
  }, [latest, opened.version, isUnsaved, isSaving, put])

  function type(words: Partial<DraftWords>) {
    typed.current = { ...typed.current, ...words }
    setDirty(isUnsaved())
  }

  /** True once everything that was typed is saved; `over` is what a colleague saved and the words to put in its place. */
  async function save(over?: { revision: Revision; words: DraftWords }): Promise<boolean> {
    if (isSaving) return false
    if (over) put(over.revision, over.words)
    if (!isUnsaved()) return true
    const before = over?.revision ?? opened
    const sent = typed.current
    setSaving(true)
    setFailure(null)
    try {
      const { data } = await provider.update<Revision>('revisions', {
        id: before.id,
        data: sent,
        previousData: { ...before, ...began.current },
        meta: whole,
      })
      began.current = sent
      setOpened(data)
      keepFresh(data)
      setDirty(isUnsaved())
      return !isUnsaved()
    } catch (error) {
      setFailure(error)
      return false
    } finally {
      setSaving(false)
    }
  }

  /** What is typed here is not wanted any more. */
  const letGo = () => put(opened, began.current)

  return { opened, began, typed, edition, isDirty, isSaving, failure, isUnsaved, type, put, letGo, save }
}
