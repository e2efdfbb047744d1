import { Alert, Button, Skeleton, Stack } from '@mui/material'
import { useMemo, useState } from 'react'
import { useGetOne, useTranslate } from 'react-admin'
import { compareTexts } from '../../contract/comparison/compareTexts.ts'
import type { Policy } from '../../contract/policies.ts'
import type { Revision } from '../../contract/revisions.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'
import { whole } from '../layout/RecordPage.tsx'
import { addressOf } from './addresses.ts'
import { BaseOutdated } from './BaseOutdated.tsx'
import { ComparedWith } from './ComparedWith.tsx'
import { ComparisonCard } from './ComparisonCard.tsx'
import { OpenedRevision } from './OpenedRevision.tsx'
import { PublishButton } from './PublishButton.tsx'
import { stateOf } from './stateOf.ts'
import { useLookAgain } from './useLookAgain.ts'
import { useRefusalToPublish } from './useRefusalToPublish.ts'
import { useRevisionName } from './useRevisionName.ts'

export const RevisionCompare = () => (
  <OpenedRevision>
    {(revision, policy) => <Comparing key={revision.id} current={revision} policy={policy} />}
  </OpenedRevision>
)

/** A draft is compared with what was posted last, a posted text with the one before it, until somebody picks another. */
const usualOther = ({ state, latest, baseRevisionId }: Revision): string | null =>
  state === 'draft' ? (latest?.id ?? null) : baseRevisionId

function Comparing({ current, policy }: { current: Revision; policy: Policy }) {
  const t = useTranslate()
  const nameOf = useRevisionName()
  // What is on the screen is what will be published: a text saved meanwhile waits until somebody looks at it.
  const [compared, setCompared] = useState(current)
  const [otherId, setOtherId] = useState(() => usualOther(current))
  const other = useGetOne<Revision>(
    'revisions',
    { id: otherId ?? '', meta: whole },
    { enabled: otherId !== null, refetchOnWindowFocus: false },
  )
  const before = otherId === null ? '' : other.data?.body
  const comparison = useMemo(
    () => (before === undefined ? null : compareTexts(before, compared.body)),
    [before, compared.body],
  )
  const see = (revision: Revision) => {
    setCompared(revision)
    setOtherId(usualOther(revision))
  }
  const lookAgain = useLookAgain(compared.id, see)
  const isNewer = current.version > compared.version
  const refusal = useRefusalToPublish({ compared, otherId, isNewer, isCompared: comparison !== null })
  const isDraft = compared.state === 'draft'
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
            <PublishButton
              compared={compared}
              comparison={comparison}
              policyTitle={policy.title}
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
        {isDraft && <BaseOutdated draft={compared} otherId={otherId} onRebased={see} />}
        <ComparedWith policyId={policy.id} revisionId={compared.id} value={otherId} onChange={setOtherId} />
        {comparison && <ComparisonCard comparison={comparison} language={policy.language} />}
        {!comparison && !other.error && <Skeleton variant="rounded" height={320} />}
        {!comparison && other.error && (
          <ErrorState error={other.error} onRetry={() => void other.refetch()} />
        )}
      </Stack>
    </>
  )
}
