import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { useOpenDrafts } from './useOpenDrafts.ts'

type Props = { policyId: string; none: ReactNode }

/** How many drafts are open; the rows of a list share one question. */
export function DraftCount({ policyId, none }: Props) {
  const t = useTranslate()
  const { data = [] } = useOpenDrafts()
  const count = data.filter((draft) => draft.policyId === policyId).length
  return count === 0 ? none : t('resources.policies.draft_count', { smart_count: count })
}
