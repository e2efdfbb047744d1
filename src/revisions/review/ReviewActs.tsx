import { useTranslate } from 'react-admin'
import { PublishButton, type PublishProps } from '../publishing/PublishButton.tsx'
import { ApproveButton } from './ApproveButton.tsx'
import { ReturnButton } from './ReturnButton.tsx'
import { SubmitButton } from './SubmitButton.tsx'

/** What is next for a draft, as the server says for whoever reads it. */
export function ReviewActs(props: PublishProps) {
  const { compared, policyTitle, refusal, onLookAgain } = props
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
        <PublishButton {...props} refusal={acts.publish ?? refusal} />
      )}
    </>
  )
}
