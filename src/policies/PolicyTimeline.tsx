import { useGetList } from 'react-admin'
import type { RevisionRow } from '../../contract/revisions.ts'
import { EventPanel } from '../events/EventPanel.tsx'

/** What happened to the policy, its drafts and its latest revisions. */
export function PolicyTimeline({ policyId }: { policyId: string }) {
  const { data = [] } = useGetList<RevisionRow>('revisions', {
    filter: { policyId },
    sort: { field: 'updatedAt', order: 'DESC' },
    pagination: { page: 1, perPage: 50 },
  })
  return <EventPanel noun={['policies', 'revisions']} recordId={[policyId, ...data.map(({ id }) => id)]} />
}
