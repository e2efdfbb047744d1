import { useTranslate } from 'react-admin'
import { ApproveRevision, type Revision } from '../../../contract/revisions.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { NoteInput } from '../../acts/NoteInput.tsx'
import { LintList } from '../publishing/LintList.tsx'
import { SummaryText } from '../publishing/SummaryText.tsx'

type Props = {
  /** The draft as it was compared: this text and no other is approved. */
  compared: Revision
  name: string
  refusal: string | null
  onLookAgain: () => void
  onDone: () => void
}

export function ApproveButton({ compared, name, refusal, onLookAgain, onDone }: Props) {
  const t = useTranslate()
  const look = { label: t('resources.revisions.comparison.look'), onClick: onLookAgain }
  return (
    <ActButton
      noun="revisions"
      verb="approve"
      record={compared}
      name={name}
      schema={ApproveRevision}
      along={{ reviewedSha256: compared.contentSha256 }}
      variant="contained"
      refusal={refusal}
      remedies={{ REVIEWED_TEXT_DIFFERS: look, VERSION_CONFLICT: look, INVALID_TRANSITION: look }}
      onDone={onDone}
    >
      <SummaryText text={compared.changeSummary} label="resources.revisions.review.summary_to_approve" />
      <LintList lints={compared.lints} says={t('resources.revisions.lints.before_approval')} />
      <NoteInput source="comments" label="acts.revisions.approve.comments" minRows={2} />
    </ActButton>
  )
}
