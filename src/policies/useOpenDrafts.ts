import { useGetList } from 'react-admin'
import { openStates, type RevisionRow } from '../../contract/revisions.ts'

/** Drafts that nobody published or discarded yet, of one policy or of all, those changed last first. */
export const useOpenDrafts = (policyId?: string) =>
  useGetList<RevisionRow>('revisions', {
    filter: { state: openStates, ...(policyId ? { policyId } : {}) },
    sort: { field: 'updatedAt', order: 'DESC' },
    pagination: { page: 1, perPage: 100 },
  })
