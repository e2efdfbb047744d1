import { Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useTranslate } from 'react-admin'
import type { Comparison } from '../../contract/comparison/compareTexts.ts'
import { PublishRevision, type Revision } from '../../contract/revisions.ts'
import { ActButton } from '../acts/ActButton.tsx'
import { SummaryInput } from './SummaryInput.tsx'
import { useCountsText } from './useCountsText.ts'

type Props = {
  /** The draft as it was compared: this text and no other is published. */
  compared: Revision
  /** Null until both texts are there. */
  comparison: Comparison | null
  policyTitle: string
  refusal: string | null
  onLookAgain: () => void
}

/** From the comparison alone: what was compared is what is published. */
export function PublishButton({ compared, comparison, policyTitle, refusal, onLookAgain }: Props) {
  const t = useTranslate()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const countsText = useCountsText()
  const number = (compared.latest?.number ?? 0) + 1
  const look = { label: t('resources.revisions.comparison.look'), onClick: onLookAgain }

  function show() {
    void queryClient.invalidateQueries({ queryKey: ['policies'] })
    void queryClient.invalidateQueries({ queryKey: ['revisions'] })
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
      defaults={{ changeSummary: compared.changeSummary ?? '' }}
      irreversible
      variant="contained"
      refusal={refusal}
      remedies={{
        REVIEWED_TEXT_DIFFERS: look,
        VERSION_CONFLICT: look,
        BASE_OUTDATED: {
          label: t('resources.revisions.comparison.look_at_latest'),
          onClick: onLookAgain,
        },
      }}
      onDone={show}
    >
      {comparison && <Typography sx={{ fontWeight: 600 }}>{countsText(comparison)}</Typography>}
      <SummaryInput />
    </ActButton>
  )
}
