import { Stack } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { useNavigate, useTranslate } from 'react-admin'
import type { Comparison } from '../../../contract/comparison/compareTexts.ts'
import { PublishRevision, type Revision } from '../../../contract/revisions.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { SummaryInput } from '../SummaryInput.tsx'
import { EffectInputs } from './EffectInputs.tsx'
import { EffectLine } from './EffectLine.tsx'
import { OverrideInputs } from './OverrideInputs.tsx'
import { overridable, publishBody, publishErrors } from './publishBody.ts'
import { SummaryText } from './SummaryText.tsx'

export type PublishProps = {
  /** The draft as it was compared: this text and no other goes on. */
  compared: Revision
  /** Null until both texts are there. */
  comparison: Comparison | null
  policyTitle: string
  language: string
  /** Why what is on the screen cannot go on now, whoever asks. */
  refusal: string | null
  onLookAgain: () => void
}

/** From the comparison alone: what was compared is what is published. */
export function PublishButton({
  compared,
  comparison,
  policyTitle,
  language,
  refusal,
  onLookAgain,
}: PublishProps) {
  const t = useTranslate()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const number = (compared.latest?.number ?? 0) + 1
  const look = { label: t('resources.revisions.comparison.look'), onClick: onLookAgain }

  function show() {
    for (const noun of ['policies', 'revisions', 'deviations'])
      void queryClient.invalidateQueries({ queryKey: [noun] })
    navigate(`/revisions/${compared.id}/show`)
  }

  return (
    <ActButton
      noun="revisions"
      verb="publish"
      record={compared}
      name={t('resources.revisions.numbered_of', { number, policy: policyTitle })}
      schema={PublishRevision}
      along={{ reviewedSha256: compared.contentSha256 }}
      defaults={{ changeSummary: compared.changeSummary ?? '', effect: 'now' }}
      toBody={publishBody(compared.lints)}
      toFields={publishErrors(compared.lints)}
      irreversible
      variant="contained"
      refusal={refusal}
      remedies={{
        REVIEWED_TEXT_DIFFERS: look,
        VERSION_CONFLICT: look,
        LINT_FAILED: look,
        BASE_OUTDATED: {
          label: t('resources.revisions.comparison.look_at_latest'),
          onClick: onLookAgain,
        },
      }}
      onDone={show}
    >
      <Stack spacing={4} onKeyDown={notByEnterAlone}>
        {comparison && <EffectLine comparison={comparison} />}
        {compared.state === 'ready' ? (
          <SummaryText text={compared.changeSummary} label="resources.revisions.review.approved_summary" />
        ) : (
          <SummaryInput />
        )}
        <OverrideInputs lints={overridable(compared.lints)} />
        <EffectInputs language={language} />
      </Stack>
    </ActButton>
  )
}

/** A line is left with Enter out of habit; what everybody reads is published with its button. */
function notByEnterAlone(event: KeyboardEvent) {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
}
