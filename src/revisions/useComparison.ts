import { useMemo } from 'react'
import { type Comparison, compareTexts } from '../../contract/comparison/compareTexts.ts'

/**
 * Two texts laid over each other; null until both are there. It is quick enough for the page's own thread at any
 * length that a policy may have (docs/decisions/026), and how long it took stands in the browser's own record.
 */
export function useComparison(older: string | undefined, newer: string | undefined): Comparison | null {
  return useMemo(() => {
    if (older === undefined || newer === undefined) return null
    const start = performance.now()
    const comparison = compareTexts(older, newer)
    performance.measure('comparison', { start })
    return comparison
  }, [older, newer])
}
