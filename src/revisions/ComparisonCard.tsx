import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import type { Comparison } from '../../contract/comparison/compareTexts.ts'
import { CardSection } from '../fields/CardSection.tsx'
import { ComparisonView } from './ComparisonView.tsx'
import { useCountsText } from './useCountsText.ts'

type Props = { comparison: Comparison; language: string; actions?: ReactNode }

/** How much changed, in a sentence; then what. */
export function ComparisonCard({ comparison, language, actions }: Props) {
  const t = useTranslate()
  const countsText = useCountsText()
  const isSame = comparison.parts.every(({ kind }) => kind === 'same')
  return (
    <CardSection flush={!isSame} title={countsText(comparison)} actions={actions}>
      {!isSame && (
        <>
          <Typography variant="caption" color="textSecondary" component="p" sx={{ px: 4, pt: 3, m: 0 }}>
            <Box component="ins" sx={{ bgcolor: 'success.light', color: 'text.primary', px: 1 }}>
              {t('resources.revisions.comparison.legend_added')}
            </Box>{' '}
            <Box component="del" sx={{ bgcolor: 'error.light', color: 'text.primary', px: 1 }}>
              {t('resources.revisions.comparison.legend_removed')}
            </Box>
          </Typography>
          <ComparisonView comparison={comparison} language={language} />
        </>
      )}
    </CardSection>
  )
}
