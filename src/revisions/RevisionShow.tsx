import { Box, Button } from '@mui/material'
import { LinkBase, useTranslate } from 'react-admin'
import type { Policy } from '../../contract/policies.ts'
import type { Revision } from '../../contract/revisions.ts'
import { EventPanel } from '../events/EventPanel.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'
import { RecordColumns } from '../layout/RecordPage.tsx'
import { useMay } from '../session/useMay.ts'
import { MarkdownText } from './MarkdownText.tsx'
import { OpenedRevision } from './OpenedRevision.tsx'
import { PostedWhen } from './PostedWhen.tsx'
import { OverridesCard } from './publishing/OverridesCard.tsx'
import { RevisionFacts } from './RevisionFacts.tsx'
import { ReviewStep } from './review/ReviewStep.tsx'
import { ReviewsCard } from './review/ReviewsCard.tsx'
import { stateOf } from './stateOf.ts'

export const RevisionShow = () => (
  <OpenedRevision>
    {(revision, policy) => <RevisionPage key={revision.id} revision={revision} policy={policy} />}
  </OpenedRevision>
)

function RevisionPage({ revision, policy }: { revision: Revision; policy: Policy }) {
  const t = useTranslate()
  const may = useMay()
  const { id, state, number, body, changeSummary } = revision
  const isDraft = number === null && state !== 'discarded'
  const title = number
    ? t('resources.revisions.numbered', { number })
    : t(`resources.revisions.${isDraft ? 'draft_of' : 'discarded_of'}`, { policy: policy.title })
  return (
    <>
      <PageHeader
        title={title}
        documentTitle={number ? `${title} · ${policy.title}` : title}
        parent={{ to: `/policies/${policy.id}/show`, label: policy.title }}
        beside={<StateChip kind="revision" state={stateOf(revision)} />}
        below={<PostedWhen revision={revision} />}
        actions={
          <>
            <CompareLink revision={revision} />
            {state === 'draft' && may('revisions', 'edit') && (
              <Button variant="contained" component={LinkBase} to={`/revisions/${id}`}>
                {t('resources.revisions.edit')}
              </Button>
            )}
          </>
        }
      />
      {isDraft && (
        <Box sx={{ mb: 4 }}>
          <ReviewStep draft={revision} />
        </Box>
      )}
      <RecordColumns side={<EventPanel noun="revisions" recordId={id} />}>
        {changeSummary && (
          <CardSection title={t('resources.revisions.fields.changeSummary')}>
            <bdi style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{changeSummary}</bdi>
          </CardSection>
        )}
        <ReviewsCard revision={revision} />
        <OverridesCard revision={revision} />
        <RevisionFacts revision={revision} publicPath={policy.publicPath} />
        <CardSection title={t('resources.revisions.text')}>
          <MarkdownText text={body} language={policy.language} />
        </CardSection>
      </RecordColumns>
    </>
  )
}

/** To the text before it; of the first there is none. */
function CompareLink({ revision: { id, number, state, baseNumber } }: { revision: Revision }) {
  const t = useTranslate()
  if (number === null && state !== 'discarded') {
    return (
      <Button
        variant={state === 'draft' ? 'outlined' : 'contained'}
        component={LinkBase}
        to={`/revisions/${id}/compare`}
      >
        {t('resources.revisions.compare')}
      </Button>
    )
  }
  if (baseNumber === null) return null
  return (
    <Button variant="outlined" component={LinkBase} to={`/revisions/${id}/compare`}>
      {t('resources.revisions.compare_with_previous', { number: baseNumber })}
    </Button>
  )
}
