import { useState } from 'react'

export type Folds = ReturnType<typeof useFolds>

/** Which unchanged stretches of a comparison are open, by where they begin. */
export function useFolds() {
  const [isAllOpen, setAllOpen] = useState(false)
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  /** The one whose button was pressed last: the focus goes on there. */
  const [last, setLast] = useState<number | null>(null)
  return {
    isAllOpen,
    isOpen: (at: number) => isAllOpen || opened.has(at),
    isLast: (at: number) => last === at,
    open(at: number) {
      setOpened((before) => new Set(before).add(at))
      setLast(at)
    },
    openAll() {
      setAllOpen(true)
      setLast(null)
    },
    foldAll() {
      setAllOpen(false)
      setOpened(new Set())
      setLast(null)
    },
  }
}

/** A button that was pressed is gone; what it showed takes the focus in its place. */
export const focused = (element: HTMLElement | null) => element?.focus({ preventScroll: true })
