import { useCallback, useRef, useState } from 'react'
import { type DraftWords, isSameWords } from '../draftWords.ts'
import type { Decisions } from './decisions.ts'

export type TypedWords = ReturnType<typeof useTypedWords>

type Listener = (isTyped: boolean) => void

/**
 * The words of a draft while somebody writes in it, and those that are saved. They are kept here and not in the state
 * of a component, so that a key costs the same in a long text.
 */
export function useTypedWords(first: DraftWords) {
  const began = useRef(first)
  const typed = useRef(first)
  const decisions = useRef<Decisions>({})
  const listeners = useRef(new Set<Listener>())
  const [isDirty, setDirty] = useState(false)
  /** The words that were put into the fields last, by anything but typing, and how often that happened. */
  const [edition, setEdition] = useState({ count: 0, words: first })

  const isUnsaved = useCallback(() => !isSameWords(began.current, typed.current), [])
  const tell = useCallback((isTyped = false) => {
    for (const listener of listeners.current) listener(isTyped)
  }, [])
  /** Calls back whenever there are other words, or words are saved. */
  const onWords = useCallback((listener: Listener) => {
    listeners.current.add(listener)
    return () => {
      listeners.current.delete(listener)
    }
  }, [])

  const type = useCallback(
    (words: Partial<DraftWords>) => {
      typed.current = { ...typed.current, ...words }
      setDirty(isUnsaved())
      tell(true)
    },
    [isUnsaved, tell],
  )

  /** Other words than the typed ones: merged, taken over, brought back. */
  const write = useCallback(
    (words: DraftWords) => {
      typed.current = words
      setDirty(isUnsaved())
      setEdition(({ count }) => ({ count: count + 1, words }))
      tell()
    },
    [isUnsaved, tell],
  )

  /** These words are saved now. What was typed since is not. */
  const saved = useCallback(
    (words: DraftWords) => {
      began.current = words
      setDirty(isUnsaved())
      tell()
    },
    [isUnsaved, tell],
  )

  /** What is decided in a merge is words too, and kept as they are. */
  const decide = useCallback(
    (decided: Decisions) => {
      decisions.current = decided
      tell()
    },
    [tell],
  )

  return { began, typed, decisions, edition, isDirty, isUnsaved, onWords, type, write, saved, decide }
}
