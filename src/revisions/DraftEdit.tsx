import { useState } from 'react'
import { CanAccess, Navigate, useParams } from 'react-admin'
import type { Policy } from '../../contract/policies.ts'
import type { Revision } from '../../contract/revisions.ts'
import { PageSkeleton } from '../layout/PageSkeleton.tsx'
import { useMe } from '../session/useMe.ts'
import { ClosedDraft } from './drafting/ClosedDraft.tsx'
import { Desk } from './drafting/Desk.tsx'
import { OpenedRevision } from './OpenedRevision.tsx'

export const DraftEdit = () => (
  <CanAccess resource="revisions" action="edit" loading={<PageSkeleton />} accessDenied={<ToReading />}>
    <OpenedRevision>
      {(revision, policy) => <Opened key={revision.id} revision={revision} policy={policy} />}
    </OpenedRevision>
  </CanAccess>
)

function ToReading() {
  const { id } = useParams<{ id: string }>()
  return <Navigate to={`/revisions/${id}/show`} replace />
}

type Props = { revision: Revision; policy: Policy }

/** A draft that somebody writes in stays open whatever becomes of it, or what they typed would be gone. */
function Opened({ revision, policy }: Props) {
  const [state] = useState(revision.state)
  const me = useMe()
  if (!me) return <PageSkeleton />
  if (state === 'draft') return <Desk revision={revision} policy={policy} userId={me.id} />
  return <ClosedDraft revision={revision} policy={policy} userId={me.id} />
}
