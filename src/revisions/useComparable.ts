import { useTranslate } from 'react-admin'
import type { Revision, RevisionRow } from '../../contract/revisions.ts'
import { useOpenDrafts } from '../policies/useOpenDrafts.ts'
import { usePublished } from './usePublished.ts'
import { useRevisionName } from './useRevisionName.ts'

type Comparable = { id: string; name: string }

/** The texts of a policy that can be laid over each other: open drafts first, then what was posted, the latest first. */
export function useComparable(policyId: string, current: Revision): Comparable[] {
  const t = useTranslate()
  const nameOf = useRevisionName()
  const { data: drafts = [] } = useOpenDrafts(policyId)
  const { data: published = [] } = usePublished(policyId)
  const rows: (Revision | RevisionRow)[] = [...drafts, ...published]
  const isListed = rows.some(({ id }) => id === current.id)
  return (isListed ? rows : [current, ...rows]).map((row) => {
    const { id, number, createdBy, inForce } = row
    const draft = createdBy
      ? t('resources.policies.draft_by', { name: createdBy.name })
      : t('resources.policies.draft_by_nobody')
    const name = number === null ? draft : nameOf(row)
    return { id, name: inForce ? `${name} · ${t('resources.revisions.comparison.in_force')}` : name }
  })
}
