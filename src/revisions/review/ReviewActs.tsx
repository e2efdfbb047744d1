import { useTranslate } from 'react-admin'
import type { Comparison } from '../../../contract/comparison/compareTexts.ts'
import type { Revision } from '../../../contract/revisions.ts'
import { PublishButton } from '../publishing/PublishButton.tsx'
import { ApproveButton } from './ApproveButton.tsx'
import { ReturnButton } from './ReturnButton.tsx'
import { SubmitButton } from './SubmitButton.tsx'

type Props = {
  /** The draft as it was compared: what is sent, approved or published is this text and no other. */
  compared: Revision
  /** Null until both texts are there. */
  comparison: Comparison | null
  policyTitle: string
  language: string
  /** Why what is on the screen cannot go on now, whoever asks. */
  refusal: string | null
  onLookAgain: () => void
}

/** What is next for a draft, as the server says for whoever reads it. */
export function ReviewActs({ compared, comparison, policyTitle, language, refusal, onLookAgain }: Props) {
  const t = useTranslate()
  const { state, acts } = compared
  const name = t('resources.revisions.the_draft_of', { policy: policyTitle })
  const inReview = state === 'in_review' || state === 'ready'
  const draft = { name, onDone: onLookAgain }
  return (
    <>
      {inReview && <ReturnButton draft={compared} {...draft} />}
      {acts.submit === null && <SubmitButton draft={compared} {...draft} refusal={refusal} />}
      {state === 'in_review' && acts.publish !== null && (
        <ApproveButton
          compared={compared}
          {...draft}
          refusal={acts.approve ?? refusal}
          onLookAgain={onLookAgain}
        />
      )}
      {(acts.publish === null || state === 'ready') && (
        <PublishButton
          compared={compared}
          comparison={comparison}
          policyTitle={policyTitle}
          language={language}
          refusal={acts.publish ?? refusal}
          onLookAgain={onLookAgain}
        />
      )}
    </>
  )
}
