import { useTranslate } from 'react-admin'
import type { Comparison } from '../../contract/comparison/compareTexts.ts'
import { describeChanges } from '../../contract/comparison/describeChanges.ts'
import { sayNumber } from '../fields/sayNumber.ts'

/** What changed, in the words that the public page uses too. */
export function useCountsText() {
  const t = useTranslate()
  return (comparison: Comparison): string =>
    describeChanges(comparison, (what, count) =>
      t(`resources.revisions.comparison.said.${what}`, { smart_count: count, count: sayNumber(count) }),
    )
}
