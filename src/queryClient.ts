import { QueryClient } from '@tanstack/react-query'
import { statusOf } from './problem.ts'

/** A refusal stays a refusal however often one asks; only a line that is down is tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 2 && isPassing(statusOf(error)),
        staleTime: 5_000,
      },
    },
  })
}

const isPassing = (status: number | null) => status === 0 || status === 503
