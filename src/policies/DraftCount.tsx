import { useTranslate } from 'react-admin'
import { Nothing } from '../fields/Nothing.tsx'
import { useOpenDrafts } from './useOpenDrafts.ts'

/** How many drafts are open; the rows of a list share one question. */
export function DraftCount({ policyId }: { policyId: string }) {
  const t = useTranslate()
  const { data = [] } = useOpenDrafts()
  const count = data.filter((draft) => draft.policyId === policyId).length
  return count === 0 ? <Nothing /> : t('resources.policies.draft_count', { smart_count: count })
}
