import { useQueryClient } from '@tanstack/react-query'
import { useDataProvider, useNavigate, useNotify } from 'react-admin'
import type { Revision } from '../../contract/revisions.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { useFailureText } from '../errors/useFailureText.ts'
import { useIdempotencyKey } from '../idempotencyKey.ts'

type Start = {
  /** Absent: the text posted last. */
  body?: string
  onMade?: () => void
}

/** Opens a new draft of a policy and goes there; the public sees nothing of it. */
export function useStartDraft(policyId: string): (start?: Start) => Promise<void> {
  const navigate = useNavigate()
  const notify = useNotify()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const provider = useDataProvider<StewardProvider>()
  const idempotencyKey = useIdempotencyKey()
  return async ({ body, onMade } = {}) => {
    try {
      const { data } = await provider.create<Revision>('revisions', {
        data: { policyId, ...(body === undefined ? {} : { body }) },
        meta: { idempotencyKey },
      })
      void queryClient.invalidateQueries({ queryKey: ['revisions'] })
      onMade?.()
      navigate(`/revisions/${data.id}`)
    } catch (error) {
      notify(failureText(error), { type: 'error' })
    }
  }
}
