import { Button, Typography } from '@mui/material'
import { useState } from 'react'
import { CanAccess, Navigate, useNavigate, useParams, useTranslate } from 'react-admin'
import { useHotkeys } from 'react-hotkeys-hook'
import type { Policy } from '../../contract/policies.ts'
import type { Revision } from '../../contract/revisions.ts'
import { EventPanel } from '../events/EventPanel.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'
import { PageSkeleton } from '../layout/PageSkeleton.tsx'
import { RecordColumns } from '../layout/RecordPage.tsx'
import { DiscardButton } from './DiscardButton.tsx'
import { DraftStanding } from './DraftStanding.tsx'
import { ForPublishing } from './ForPublishing.tsx'
import { LeaveGuard } from './LeaveGuard.tsx'
import { OpenedRevision } from './OpenedRevision.tsx'
import { SaveFailure } from './SaveFailure.tsx'
import { TextEditor } from './TextEditor.tsx'
import { useDraft } from './useDraft.ts'

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
  return state === 'draft' ? <Desk revision={revision} policy={policy} /> : <ToReading />
}

/** Text left, preview right; then what publishing needs, and what happened so far. */
function Desk({ revision, policy }: Props) {
  const t = useTranslate()
  const navigate = useNavigate()
  const draft = useDraft(revision)
  const { opened, isDirty, isSaving, save } = draft
  const name = t('resources.revisions.draft_of', { policy: policy.title })
  useHotkeys('mod+s', () => void save(), { enableOnFormTags: true, preventDefault: true })

  if (revision.state !== 'draft' && !isDirty) return <ToReading />

  async function compare() {
    if (await save()) navigate(`/revisions/${opened.id}/compare`)
  }

  return (
    <>
      <PageHeader
        title={name}
        parent={{ to: `/policies/${policy.id}/show`, label: policy.title }}
        beside={<StateChip kind="revision" state="draft" />}
        below={<DraftStanding draft={draft} />}
        actions={
          <>
            <Button
              variant="outlined"
              disabled={!isDirty || isSaving}
              aria-keyshortcuts="Control+S Meta+S"
              onClick={() => void save()}
            >
              {t('resources.revisions.save')}
            </Button>
            <Button variant="contained" disabled={isSaving} onClick={() => void compare()}>
              {t(isDirty ? 'resources.revisions.save_and_compare' : 'resources.revisions.compare')}
            </Button>
          </>
        }
      />
      <SaveFailure draft={draft} language={policy.language} />
      <TextEditor key={draft.edition} draft={draft} language={policy.language} />
      <RecordColumns side={<EventPanel noun="revisions" recordId={opened.id} />}>
        <CardSection title={t('resources.revisions.for_publishing')}>
          <ForPublishing key={draft.edition} draft={draft} />
        </CardSection>
        <Typography component="div">
          <DiscardButton
            revision={opened}
            name={t('resources.revisions.the_draft_of', { policy: policy.title })}
            onDone={draft.letGo}
          />
        </Typography>
      </RecordColumns>
      <LeaveGuard isUnsaved={draft.isUnsaved} save={save} isDirty={isDirty} />
    </>
  )
}
