import { useGetList } from 'react-admin'
import type { RevisionRow } from '../../contract/revisions.ts'

/** The posted revisions of a policy, the latest first. */
export const usePublished = (policyId: string) =>
  useGetList<RevisionRow>('revisions', {
    filter: { policyId, state: 'published' },
    sort: { field: 'number', order: 'DESC' },
    pagination: { page: 1, perPage: 1000 },
  })
