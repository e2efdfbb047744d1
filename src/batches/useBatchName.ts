import { useTranslate } from 'react-admin'
import type { BatchRow } from '../../contract/batches.ts'
import { sayNumber } from '../fields/sayNumber.ts'

/** What a batch is called: what it does to how many. */
export function useBatchName() {
  const t = useTranslate()
  return ({ action, expectedChanges, reverses }: BatchRow): string =>
    t(`resources.batches.of.${reverses ? 'reverse' : action}`, {
      smart_count: expectedChanges,
      total: sayNumber(expectedChanges),
    })
}
