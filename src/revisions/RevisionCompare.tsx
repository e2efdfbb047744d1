import { Alert, Button, Skeleton, Stack } from '@mui/material'
import { useState } from 'react'
import { useGetOne, useTranslate } from 'react-admin'
import type { Policy } from '../../contract/policies.ts'
import type { Revision } from '../../contract/revisions.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'
import { whole } from '../layout/RecordPage.tsx'
import { addressOf } from './addresses.ts'
import { ComparedTexts } from './ComparedTexts.tsx'
import { ComparisonCard } from './ComparisonCard.tsx'
import { BringInRevision } from './drafting/BringInRevision.tsx'
import { OpenedRevision } from './OpenedRevision.tsx'
import { LintList } from './publishing/LintList.tsx'
import { ReviewActs } from './review/ReviewActs.tsx'
import { ReviewStep } from './review/ReviewStep.tsx'
import { ReviewsCard } from './review/ReviewsCard.tsx'
import { stateOf } from './stateOf.ts'
import { useComparison } from './useComparison.ts'
import { useLookAgain } from './useLookAgain.ts'
import { useOther } from './useOther.ts'
import { useRefusalToPublish } from './useRefusalToPublish.ts'
import { useRevisionName } from './useRevisionName.ts'

export const RevisionCompare = () => (
  <OpenedRevision>
    {(revision, policy) => <Comparing key={revision.id} current={revision} policy={policy} />}
  </OpenedRevision>
)

function Comparing({ current, policy }: { current: Revision; policy: Policy }) {
  const t = useTranslate()
  const nameOf = useRevisionName()
  // What is on the screen is what will be published: a text saved meanwhile waits until somebody looks at it.
  const [compared, setCompared] = useState(current)
  const { otherId, pick, pickUsual } = useOther(compared)
  const other = useGetOne<Revision>(
    'revisions',
    { id: otherId ?? '', meta: whole },
    { enabled: otherId !== null, refetchOnWindowFocus: false },
  )
  const before = otherId === null ? '' : other.data?.body
  const comparison = useComparison(before, compared.body)
  const see = (revision: Revision) => {
    setCompared(revision)
    pickUsual()
  }
  const lookAgain = useLookAgain(compared.id, see)
  const isNewer = current.version > compared.version
  const refusal = useRefusalToPublish({ compared, otherId, isNewer, isCompared: comparison !== null })
  const isDraft = compared.number === null && compared.state !== 'discarded'
  const title = t(`resources.revisions.comparison.${isDraft ? 'draft' : 'revision'}`, {
    policy: policy.title,
    number: compared.number,
  })

  return (
    <>
      <PageHeader
        title={title}
        parent={{
          to: addressOf(compared),
          label: isDraft ? t('resources.revisions.comparison.back_draft') : nameOf(compared),
        }}
        beside={<StateChip kind="revision" state={stateOf(compared)} />}
        actions={
          isDraft && (
            <ReviewActs
              compared={compared}
              comparison={comparison}
              policyTitle={policy.title}
              language={policy.language}
              refusal={refusal}
              onLookAgain={() => void lookAgain()}
            />
          )
        }
      />
      <Stack spacing={4} sx={{ pb: { xs: 18, sm: 0 } }}>
        {isNewer && (
          <Alert
            severity="warning"
            action={
              <Button color="inherit" onClick={() => see(current)}>
                {t('resources.revisions.comparison.look')}
              </Button>
            }
          >
            {t('resources.revisions.comparison.newer')}
          </Alert>
        )}
        {isDraft && <ReviewStep draft={compared} />}
        {isDraft && <LintList lints={compared.lints} says={t('resources.revisions.lints.on_page')} />}
        {isDraft && <BringInRevision draft={compared} language={policy.language} onMerged={see} />}
        <ComparedTexts compared={compared} otherId={otherId} onOther={pick} />
        {comparison && (
          <ComparisonCard
            key={otherId}
            comparison={comparison}
            language={policy.language}
            names={{
              older: other.data ? nameOf(other.data) : t('resources.revisions.comparison.nothing'),
              newer: nameOf(compared),
            }}
          />
        )}
        {!comparison && !other.error && <Skeleton variant="rounded" height={320} />}
        {!comparison && other.error && (
          <ErrorState error={other.error} onRetry={() => void other.refetch()} />
        )}
        <ReviewsCard revision={compared} />
      </Stack>
    </>
  )
}
