import type { ReactNode } from 'react'
import { useGetOne, useParams } from 'react-admin'
import type { Policy } from '../../contract/policies.ts'
import type { Revision } from '../../contract/revisions.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { PageSkeleton } from '../layout/PageSkeleton.tsx'
import { whole } from '../layout/RecordPage.tsx'

type Props = { children: (revision: Revision, policy: Policy) => ReactNode }

/** A revision as it is now and the policy that it is of: nobody writes on, or compares, what was read a while ago. */
export function OpenedRevision({ children }: Props) {
  const { id = '' } = useParams<{ id: string }>()
  const revision = useGetOne<Revision>(
    'revisions',
    { id, meta: whole },
    { refetchOnMount: 'always', refetchOnWindowFocus: false },
  )
  const policyId = revision.data?.policyId
  const policy = useGetOne<Policy>('policies', { id: policyId ?? '' }, { enabled: policyId !== undefined })
  const error = revision.error ?? policy.error
  if (revision.data && policy.data && revision.isFetchedAfterMount) {
    return children(revision.data, policy.data)
  }
  if (!error) return <PageSkeleton />
  return <ErrorState error={error} onRetry={() => void Promise.all([revision.refetch(), policy.refetch()])} />
}
