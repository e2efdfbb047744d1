import { useEffect, useRef } from 'react'
import type { Draft } from '../useDraft.ts'
import { isPassing } from './isPassing.ts'

const pause = 1500
const longest = 15_000
const tries = [3_000, 6_000, 12_000, 30_000]

/**
 * Saves a short while after typing pauses, at the latest every fifteen seconds, and when the page is left or put
 * away. A line that is down or a server that stumbles is tried again; what a person has to decide waits for them.
 */
export function useAutosave(draft: Draft, ask: () => Promise<void>) {
  const now = useRef({ draft, ask })
  now.current = { draft, ask }
  const { onWords, failure, isDirty } = draft
  const isStuck = failure !== null && !isPassing(failure)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let since: number | null = null
    const save = async () => {
      clearTimeout(timer)
      since = null
      const { draft: current, ask: look } = now.current
      if (!current.isUnsaved() || current.clash) return
      await look()
      await current.save('page')
    }
    const forget = onWords(() => {
      since ??= Date.now()
      clearTimeout(timer)
      timer = setTimeout(save, Math.max(0, Math.min(pause, since + longest - Date.now())))
    })
    const leave = () => {
      const { draft: current } = now.current
      if (current.isUnsaved() && !current.clash) void current.save('leaving')
    }
    const putAway = () => {
      if (document.visibilityState === 'hidden') leave()
    }
    const back = () => void save()
    window.addEventListener('blur', back)
    window.addEventListener('online', back)
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', putAway)
    return () => {
      clearTimeout(timer)
      forget()
      window.removeEventListener('blur', back)
      window.removeEventListener('online', back)
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', putAway)
    }
  }, [onWords])

  const tried = useRef(0)
  useEffect(() => {
    if (failure === null) tried.current = 0
    if (failure === null || isStuck || !isDirty) return
    const wait = tries[Math.min(tried.current++, tries.length - 1)]
    const timer = setTimeout(() => void now.current.draft.save('page'), wait)
    return () => clearTimeout(timer)
  }, [failure, isStuck, isDirty])
}
