import { type RefObject, useRef, useState } from 'react'

export type ChangeJumps = {
  root: RefObject<HTMLDivElement | null>
  /** The change that was gone to last, from 1; 0 before. */
  at: number
  go: (step: 1 | -1) => void
}

/** From change to change, round and round; the focus goes along, so that each is read aloud and seen. */
export function useChangeJumps(count: number): ChangeJumps {
  const root = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  function go(step: 1 | -1) {
    if (count === 0) return
    const before = at === 0 && step === -1 ? 1 : at
    const next = ((before - 1 + step + count) % count) + 1
    setAt(next)
    const change = root.current?.querySelector<HTMLElement>(`[data-change="${next}"]`)
    change?.focus({ preventScroll: true })
    change?.scrollIntoView({ block: 'center' })
  }
  return { root, at, go }
}
