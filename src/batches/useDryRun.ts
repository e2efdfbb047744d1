import { useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import type { BatchAction, DryRun } from '../../contract/batches.ts'
import type { DeactivationReason } from '../../contract/purchases.ts'
import type { StewardProvider } from '../dataProvider.ts'

type Asked = { action: BatchAction; reason: DeactivationReason | null; scope: object }

/** What the batch would do, asked as soon as that can be known; it is good for one run. */
export function useDryRun({ action, reason, scope }: Asked) {
  const provider = useDataProvider<StewardProvider>()
  const data = { action, ...(reason ? { reason } : {}), ...scope, dryRun: true }
  return useQuery({
    queryKey: ['dryRuns', data],
    queryFn: async () => (await provider.create<DryRun>('batches', { data })).data,
    enabled: action === 'reactivate' || reason !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}
