import { useEffect, useState } from 'react'
import type { Draft } from '../useDraft.ts'
import { sitAt } from './desks.ts'
import { forgetWords, keepWords, placeFor } from './keptWords.ts'

const atMostEvery = 250

/**
 * Keeps in this browser what the server does not have yet, as it is typed (docs/decisions/011 allows it for policies
 * alone). @returns false where the browser has no room for it
 */
export function useKeepWords(draft: Draft, userId: string | null, desk: string): boolean {
  const { opened, began, typed, decisions, onWords, isUnsaved } = draft
  const [isKept, setKept] = useState(true)
  const place = userId === null ? null : placeFor(userId, opened.id, desk)

  useEffect(() => sitAt(desk), [desk])

  useEffect(() => {
    if (place === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      clearTimeout(timer)
      timer = undefined
      const isDeciding = Object.keys(decisions.current).length > 0
      if (!isUnsaved() && !isDeciding) forgetWords(place)
      else {
        const words = { began: began.current, words: typed.current, decisions: decisions.current }
        setKept(keepWords(place, { at: new Date().toISOString(), ...words }))
      }
    }
    const forget = onWords(() => {
      timer ??= setTimeout(() => keep(), atMostEvery)
    })
    const flush = () => {
      if (timer !== undefined) keep()
    }
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      flush()
      forget()
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [place, began, typed, decisions, onWords, isUnsaved])

  return isKept
}
