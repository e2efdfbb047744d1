import { Box } from '@mui/material'
import { Fragment } from 'react'
import { useTranslate } from 'react-admin'
import type { Change, Segment } from '../../contract/comparison/segments.ts'
import { ChangedText } from './ChangedText.tsx'
import { FoldButton } from './FoldButton.tsx'
import { type Folds, focused } from './useFolds.ts'

type Props = { found: readonly Segment[]; count: number; folds: Folds }

/** Both texts in one: what is gone struck out, and after it what came in its place. */
export function ComparisonInline({ found, count, folds }: Props) {
  return (
    <Box sx={{ maxWidth: '80ch', px: 4, py: 3 }}>
      {found.map((segment) => {
        const { kind, at } = segment
        if (kind === 'change') return <ChangeText key={at} change={segment} count={count} />
        if (kind === 'same') return <Fragment key={at}>{segment.text}</Fragment>
        if (!folds.isOpen(at))
          return <FoldButton key={at} lines={segment.lines} onOpen={() => folds.open(at)} />
        return (
          <span key={at} tabIndex={-1} ref={folds.isLast(at) ? focused : undefined}>
            {segment.text}
          </span>
        )
      })}
    </Box>
  )
}

function ChangeText({ change: { number, removed, added }, count }: { change: Change; count: number }) {
  const t = useTranslate()
  return (
    <Box
      component="span"
      role="group"
      tabIndex={-1}
      data-change={number}
      aria-label={t('resources.revisions.comparison.change', { number, count })}
    >
      {removed !== '' && <ChangedText kind="removed" text={removed} />}
      {added !== '' && <ChangedText kind="added" text={added} />}
    </Box>
  )
}
