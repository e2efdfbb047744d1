import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useGetOne } from 'react-admin'
import type { Batch } from '../../contract/batches.ts'
import { whole } from '../layout/RecordPage.tsx'

const aSecond = 1000

/** Watches a batch while it runs, and now and then while it waits for its approval. @returns whether it runs */
export function useKeepFresh({ id, state }: Batch): boolean {
  const queryClient = useQueryClient()
  const isLive = state === 'approved' || state === 'running'
  const isWaiting = state === 'proposed'
  useGetOne<Batch>(
    'batches',
    { id, meta: whole },
    { refetchInterval: isLive ? aSecond : isWaiting && 15 * aSecond },
  )
  useEffect(() => {
    // What became of the last items, and of the purchases themselves, is read once it is over.
    if (state !== 'done' && state !== 'stopped') return
    for (const noun of ['items', 'purchases']) void queryClient.invalidateQueries({ queryKey: [noun] })
  }, [queryClient, state])
  return isLive
}
