import { useGetList } from 'react-admin'
import type { RevisionRow } from '../../contract/revisions.ts'

type Asked = {
  /** An instant, or a day, which stands for its end in UTC; it has to have come. */
  at: string
  policyId?: string
  enabled?: boolean
}

/** The revision of each policy, or of one, that was in force then: the server says which. */
export const useInForceAt = ({ at, policyId, enabled = true }: Asked) =>
  useGetList<RevisionRow>(
    'revisions',
    {
      filter: { inForceAt: at, ...(policyId ? { policyId } : {}) },
      sort: { field: 'number', order: 'DESC' },
      pagination: { page: 1, perPage: 100 },
    },
    { enabled },
  )
