import { QueryClient } from '@tanstack/react-query'
import { statusOf } from './problem.ts'

/**
 * A refusal stays a refusal however often one asks; only a server that does not answer is asked again. Without a line
 * that is said at once, instead of a placeholder for as long as it lasts; with it the page comes by itself.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 2 && isPassing(statusOf(error)) && navigator.onLine !== false,
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 5_000,
      },
    },
  })
}

const isPassing = (status: number | null) => status === 0 || status === 503
