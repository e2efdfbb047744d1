import { useTranslate } from 'react-admin'
import type { BatchRow } from '../../contract/batches.ts'

/** What a batch is called: what it does to how many. */
export function useBatchName() {
  const t = useTranslate()
  return ({ action, items, reverses }: Pick<BatchRow, 'action' | 'items' | 'reverses'>): string =>
    t(`resources.batches.of.${reverses ? 'reverse' : action}`, {
      smart_count: items,
      total: items.toLocaleString(),
    })
}
