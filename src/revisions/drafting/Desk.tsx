import { Button, Stack } from '@mui/material'
import { useState } from 'react'
import { Navigate, useNavigate, useTranslate } from 'react-admin'
import { useHotkeys } from 'react-hotkeys-hook'
import type { Policy } from '../../../contract/policies.ts'
import type { Revision } from '../../../contract/revisions.ts'
import { EventPanel } from '../../events/EventPanel.tsx'
import { CardSection } from '../../fields/CardSection.tsx'
import { StateChip } from '../../fields/StateChip.tsx'
import { PageHeader } from '../../layout/PageHeader.tsx'
import { RecordColumns } from '../../layout/RecordPage.tsx'
import { DiscardButton } from '../DiscardButton.tsx'
import { DraftStanding } from '../DraftStanding.tsx'
import { ForPublishing } from '../ForPublishing.tsx'
import { LeaveGuard } from '../LeaveGuard.tsx'
import { TextEditor } from '../TextEditor.tsx'
import { useDraft } from '../useDraft.ts'
import { newDesk } from './desks.ts'
import { Notices } from './Notices.tsx'
import { useAutosave } from './useAutosave.ts'
import { useKeepWords } from './useKeepWords.ts'
import { usePresence } from './usePresence.ts'
import { VersionsButton } from './VersionsButton.tsx'

type Props = { revision: Revision; policy: Policy; userId: string }

/** Text left, preview right; then what publishing needs, and what happened so far. */
export function Desk({ revision, policy, userId }: Props) {
  const t = useTranslate()
  const navigate = useNavigate()
  const [desk] = useState(newDesk)
  const draft = useDraft(revision)
  const { opened, isDirty, isSaving, save } = draft
  const isKept = useKeepWords(draft, userId, desk)
  const { others, ask } = usePresence(draft, desk)
  useAutosave(draft, ask)
  useHotkeys('mod+s', () => void save(), { enableOnFormTags: true, preventDefault: true })

  if (revision.state !== 'draft' && !isDirty)
    return <Navigate to={`/revisions/${revision.id}/show`} replace />

  async function compare() {
    if (await save()) navigate(`/revisions/${opened.id}/compare`)
  }

  return (
    <>
      <PageHeader
        title={t('resources.revisions.draft_of', { policy: policy.title })}
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
            <Button variant="contained" onClick={() => void compare()}>
              {t('resources.revisions.save_and_compare')}
            </Button>
          </>
        }
      />
      <Notices
        draft={draft}
        latest={revision.latest}
        userId={userId}
        desk={desk}
        others={others}
        isKept={isKept}
        language={policy.language}
      />
      <TextEditor draft={draft} language={policy.language} />
      <RecordColumns side={<EventPanel noun="revisions" recordId={opened.id} />}>
        <CardSection title={t('resources.revisions.for_publishing')}>
          <ForPublishing draft={draft} />
        </CardSection>
        <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap' }}>
          <VersionsButton draft={draft} language={policy.language} />
          <DiscardButton
            revision={opened}
            name={t('resources.revisions.the_draft_of', { policy: policy.title })}
            onDone={draft.letGo}
          />
        </Stack>
      </RecordColumns>
      <LeaveGuard draft={draft} isKept={isKept} />
    </>
  )
}
