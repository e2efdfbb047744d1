import { useTranslate } from 'react-admin'
import { type Revision, SubmitRevision } from '../../../contract/revisions.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { NoteInput } from '../../acts/NoteInput.tsx'
import { LintList } from '../publishing/LintList.tsx'
import { SummaryInput } from '../SummaryInput.tsx'

type Props = { draft: Revision; name: string; refusal: string | null; onDone: () => void }

/** To another manager, with the summary that will be published and a word to whoever reads it. */
export function SubmitButton({ draft, name, refusal, onDone }: Props) {
  const t = useTranslate()
  return (
    <ActButton
      noun="revisions"
      verb="submit"
      record={draft}
      name={name}
      schema={SubmitRevision}
      defaults={{ changeSummary: draft.changeSummary ?? '' }}
      variant="contained"
      refusal={refusal}
      onDone={onDone}
    >
      <LintList lints={draft.lints} says={t('resources.revisions.lints.before_review')} />
      <SummaryInput />
      <NoteInput source="comments" label="acts.revisions.submit.comments" minRows={2} />
    </ActButton>
  )
}
