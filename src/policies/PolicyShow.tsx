import { Button } from '@mui/material'
import { LinkBase, useTranslate } from 'react-admin'
import type { Policy } from '../../contract/policies.ts'
import { DeviationsCard } from '../deviations/DeviationsCard.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'
import { RecordColumns, RecordPage } from '../layout/RecordPage.tsx'
import { useMay } from '../session/useMay.ts'
import { DraftsCard } from './DraftsCard.tsx'
import { HistoryCard } from './HistoryCard.tsx'
import { InForceCard } from './InForceCard.tsx'
import { NewDraftButton } from './NewDraftButton.tsx'
import { OnADayCard } from './OnADayCard.tsx'
import { PolicyTimeline } from './PolicyTimeline.tsx'

export const PolicyShow = () => (
  <RecordPage<Policy> noun="policies">
    {(policy) => <PolicyPage key={policy.id} policy={policy} />}
  </RecordPage>
)

function PolicyPage({ policy }: { policy: Policy }) {
  const t = useTranslate()
  const may = useMay()
  const { id, title, current } = policy
  return (
    <>
      <PageHeader
        title={title}
        parent={{ to: '/policies', label: t('resources.policies.name', { smart_count: 2 }) }}
        below={
          current ? (
            <>
              {t('resources.policies.current', { number: current.number })}{' '}
              <InstantField value={current.effectiveAt} />
            </>
          ) : (
            t('resources.policies.never')
          )
        }
        actions={
          <>
            {may('policies', 'edit') && (
              <Button variant="outlined" component={LinkBase} to={`/policies/${id}`}>
                {t('resources.policies.edit')}
              </Button>
            )}
            <NewDraftButton policyId={id} />
          </>
        }
      />
      <RecordColumns side={<PolicyTimeline policyId={id} />}>
        <InForceCard policy={policy} />
        <DeviationsCard policy={policy} />
        <DraftsCard policyId={id} />
        <OnADayCard policy={policy} />
        <HistoryCard policyId={id} />
      </RecordColumns>
    </>
  )
}
