import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Revision } from '../../../contract/revisions.ts'
import { CardSection } from '../../fields/CardSection.tsx'
import { FoundPlaces } from './LintList.tsx'

/** What the checks found when it was published, and why it was published all the same. */
export function OverridesCard({ revision: { overrides } }: { revision: Revision }) {
  const t = useTranslate()
  if (overrides.length === 0) return null
  return (
    <CardSection title={t('resources.revisions.lints.overridden')}>
      {overrides.map(({ code, found, reason, by }) => (
        <Box key={code} sx={{ '&:not(:last-child)': { mb: 4 } }}>
          <Typography sx={{ fontWeight: 500 }}>
            {t(`resources.revisions.lints.${code}`, { smart_count: found.length })}
          </Typography>
          <FoundPlaces found={found} />
          <Typography sx={{ mt: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            <bdi>{by.name}</bdi>: <bdi>{reason}</bdi>
          </Typography>
        </Box>
      ))}
    </CardSection>
  )
}
