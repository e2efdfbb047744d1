import { useGetList } from 'react-admin'
import type { Deviation } from '../../contract/deviations.ts'
import type { RevisionRow } from '../../contract/revisions.ts'
import { EventPanel } from '../events/EventPanel.tsx'

/** What happened to the policy, its drafts, its latest revisions and its deviations. */
export function PolicyTimeline({ policyId }: { policyId: string }) {
  const { data = [] } = useGetList<RevisionRow>('revisions', {
    filter: { policyId },
    sort: { field: 'updatedAt', order: 'DESC' },
    pagination: { page: 1, perPage: 50 },
  })
  const { data: deviations = [] } = useGetList<Deviation>('deviations', {
    filter: { policyId },
    sort: { field: 'updatedAt', order: 'DESC' },
    pagination: { page: 1, perPage: 50 },
  })
  const ids = [...data, ...deviations].map(({ id }) => id)
  return <EventPanel noun={['policies', 'revisions', 'deviations']} recordId={[policyId, ...ids]} />
}
