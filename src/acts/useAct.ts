import { useQueryClient } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import type { Noun } from '../../contract/permissions.ts'
import type { StewardProvider } from '../dataProvider.ts'

type Target = { noun: Noun; verb: string; id: string }

/**
 * What staff do to a record: waits for the server, and then every screen that shows the record is fresh.
 * `act` throws what the server refused; the password is asked in place (src/http.ts) and the same key goes out again.
 */
export function useAct({ noun, verb, id }: Target) {
  const provider = useDataProvider<StewardProvider>()
  const queryClient = useQueryClient()

  async function act(data: object, idempotencyKey: string): Promise<unknown> {
    const answer = await send(data, idempotencyKey)
    if (isRecord(answer.data, id)) {
      queryClient.setQueriesData({ queryKey: [noun, 'getOne', { id }] }, answer.data)
    }
    void queryClient.invalidateQueries({
      queryKey: [noun],
      predicate: ({ queryKey }) => queryKey[1] !== 'getOne',
    })
    void queryClient.invalidateQueries({ queryKey: ['events'] })
    return answer.data
  }

  /** Making a record and correcting one are asked for like any other act, each by its own method. */
  function send(data: object, idempotencyKey: string): Promise<{ data: unknown }> {
    if (verb === 'create') return provider.create(noun, { data, meta: { idempotencyKey } })
    if (verb !== 'edit') return provider.act(noun, { id, verb, data, idempotencyKey })
    const version = 'version' in data ? data.version : undefined
    return provider.update(noun, { id, data, previousData: { id, version } })
  }

  /** Reads the record again, after somebody else changed it. */
  const refresh = () => queryClient.invalidateQueries({ queryKey: [noun] })

  return { act, refresh }
}

/** Most acts answer with the whole record; a reveal answers with something else. */
function isRecord(answer: unknown, id: string): boolean {
  return (
    answer !== null && typeof answer === 'object' && 'version' in answer && 'id' in answer && answer.id === id
  )
}
