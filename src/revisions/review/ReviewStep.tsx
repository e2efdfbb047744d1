import Check from '@mui/icons-material/CheckOutlined'
import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Revision } from '../../../contract/revisions.ts'
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
      <Box
        component="ol"
        aria-label={t('resources.revisions.review.path')}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', gap: { xs: 1, sm: 2 } }}
      >
        {way.map((state, index) => (
          <Box
            component="li"
            key={state}
            aria-current={index === here ? 'step' : undefined}
            sx={{ flex: '1 1 0', minWidth: 0 }}
          >
            <Box sx={{ height: 4, borderRadius: 1, bgcolor: index <= here ? 'primary.main' : 'divider' }} />
            <Box
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 1,
                mt: 1,
                fontSize: 12,
                fontWeight: index === here ? 600 : 400,
                color: index === here ? 'primary.main' : 'text.secondary',
              }}
            >
              {index < here && <Check sx={{ fontSize: 14 }} aria-hidden />}
              {t(state === 'published' ? 'resources.revisions.review.published' : `states.revision.${state}`)}
            </Box>
          </Box>
        ))}
      </Box>
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
