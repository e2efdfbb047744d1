import { Box, Typography, useMediaQuery } from '@mui/material'
import { type ReactNode, useMemo } from 'react'
import { useTranslate } from 'react-admin'
import type { Comparison } from '../../contract/comparison/compareTexts.ts'
import { countSegments, segments } from '../../contract/comparison/segments.ts'
import { CardSection } from '../fields/CardSection.tsx'
import { ComparisonInline } from './ComparisonInline.tsx'
import { ComparisonSides } from './ComparisonSides.tsx'
import { ComparisonToolbar } from './ComparisonToolbar.tsx'
import { comparisonLook } from './comparisonLook.ts'
import { useChangeJumps } from './useChangeJumps.ts'
import { useComparisonLayout } from './useComparisonLayout.ts'
import { useCountsText } from './useCountsText.ts'
import { useFolds } from './useFolds.ts'

const base = 'resources.revisions.comparison'

type Props = {
  comparison: Comparison
  language: string
  actions?: ReactNode
  /** What the two texts are called; they can be laid side by side where they have names. */
  names?: { older: string; newer: string }
}

/** How much changed, in a sentence; then what, from change to change. */
export function ComparisonCard({ comparison, language, actions, names }: Props) {
  const t = useTranslate()
  const countsText = useCountsText()
  const isSame = comparison.parts.every(({ kind }) => kind === 'same')
  return (
    <CardSection flush={!isSame} title={countsText(comparison)} actions={actions}>
      {!isSame && (
        <>
          <Typography variant="caption" color="textSecondary" component="p" sx={{ px: 4, pt: 3, m: 0 }}>
            <Box component="ins" sx={{ bgcolor: 'success.light', color: 'text.primary', px: 1 }}>
              {t(`${base}.legend_added`)}
            </Box>{' '}
            <Box component="del" sx={{ bgcolor: 'error.light', color: 'text.primary', px: 1 }}>
              {t(`${base}.legend_removed`)}
            </Box>
          </Typography>
          <Compared comparison={comparison} language={language} names={names} />
        </>
      )}
    </CardSection>
  )
}

function Compared({ comparison, language, names }: Omit<Props, 'actions'>) {
  const t = useTranslate()
  const hasRoom = useMediaQuery('(min-width:900px)')
  const layout = useComparisonLayout()
  const folds = useFolds()
  const found = useMemo(() => segments(comparison.parts), [comparison])
  const count = countSegments(found)
  const jumps = useChangeJumps(count)
  const isSides = hasRoom && names !== undefined && layout.value === 'sides'
  const words = {
    added: t(`${base}.legend_added`),
    removed: t(`${base}.legend_removed`),
    end: t(`${base}.end`),
  }
  return (
    <>
      <ComparisonToolbar
        count={count}
        jumps={jumps}
        folds={found.some(({ kind }) => kind === 'folded') ? folds : null}
        layout={hasRoom && names ? layout : null}
      />
      <Box
        ref={jumps.root}
        role="region"
        aria-label={t(`${base}.region`)}
        lang={language}
        dir="auto"
        sx={comparisonLook(words)}
      >
        {isSides ? (
          <ComparisonSides found={found} count={count} folds={folds} names={names} />
        ) : (
          <ComparisonInline found={found} count={count} folds={folds} />
        )}
      </Box>
    </>
  )
}
