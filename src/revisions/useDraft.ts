import { useEffect } from 'react'
import type { Revision } from '../../contract/revisions.ts'
import { useBringIn } from './drafting/useBringIn.ts'
import { useSaving } from './drafting/useSaving.ts'
import { useStanding } from './drafting/useStanding.ts'
import { useTypedWords } from './drafting/useTypedWords.ts'
import { wordsOf } from './draftWords.ts'

export type Draft = ReturnType<typeof useDraft>

/** A draft while somebody writes in it; a refusal of any kind leaves what is typed as it is. */
export function useDraft(latest: Revision) {
  const words = useTypedWords(wordsOf(latest))
  const standing = useStanding(latest, words)
  const { broughtIn, bringIn } = useBringIn(words, standing)
  const { underWay, isSaving, save, state, catchUp } = useSaving(words, standing, bringIn)
  const { began, typed, decisions, edition, isDirty, isUnsaved, onWords, type, write, decide } = words
  const { at, opened, failure, clash, put } = standing

  // A colleague saved, and nothing is typed here that could be lost: what they wrote comes in by itself.
  useEffect(() => {
    if (latest.version > at.current.version && !isUnsaved() && !underWay.current) put(latest, wordsOf(latest))
  }, [latest, at, isUnsaved, underWay, put])

  /** What is typed here is not wanted any more. */
  const letGo = () => put(at.current, began.current)

  return {
    opened,
    began,
    typed,
    decisions,
    edition,
    isDirty,
    isSaving,
    failure,
    clash,
    broughtIn,
    isUnsaved,
    onWords,
    type,
    write,
    decide,
    put,
    letGo,
    save,
    state,
    catchUp,
  }
}
