import { useState } from 'react'

/**
 * True from when something was opened first. What hangs over a page costs as much as rows of a list even while it is
 * closed, and most of it is never opened; once it was, it stays, for its way of closing is seen.
 */
export function useOnceOpen(isOpen: boolean): boolean {
  const [wasOpen, setWasOpen] = useState(isOpen)
  if (isOpen && !wasOpen) setWasOpen(true)
  return wasOpen || isOpen
}
