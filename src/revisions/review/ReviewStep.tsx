import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Revision } from '../../../contract/revisions.ts'
import { Steps } from '../../fields/Steps.tsx'
import { useMay } from '../../session/useMay.ts'

const way: readonly Revision['state'][] = ['draft', 'in_review', 'ready', 'published']

/** Where a draft stands on its way to being published by two people, and what it waits for; else nothing. */
export function ReviewStep({ draft }: { draft: Revision }) {
  const t = useTranslate()
  const next = useNextStep()(draft)
  const here = way.indexOf(draft.state)
  if (next === null) return null
  return (
    <Box>
      <Steps
        label={t('resources.revisions.review.path')}
        steps={way.map((state) => ({
          id: state,
          word: t(
            state === 'published' ? 'resources.revisions.review.published' : `states.revision.${state}`,
          ),
        }))}
        here={here}
      />
      <Typography sx={{ mt: 2, fontWeight: 500 }}>{t(`resources.revisions.review.next.${next}`)}</Typography>
    </Box>
  )
}

function useNextStep() {
  const may = useMay()
  return ({ state, acts, reviews }: Revision): string | null => {
    if (state === 'in_review') {
      if (acts.publish === null) return null
      return acts.approve === null && may('revisions', 'approve') ? 'approve' : 'waits_for_approval'
    }
    if (state === 'ready')
      return acts.publish === null && may('revisions', 'publish') ? 'publish' : 'waits_for_publishing'
    if (state !== 'draft' || acts.submit !== null) return null
    return reviews[0]?.act === 'return' ? 'returned' : 'submit'
  }
}
