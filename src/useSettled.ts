import { useEffect, useState } from 'react'

/** A value once nobody changed it for a moment, so that typing does not ask the server for every letter. */
export function useSettled(value: string, pause = 250): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return settled
}
