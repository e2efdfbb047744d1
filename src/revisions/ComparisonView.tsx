import UnfoldMore from '@mui/icons-material/UnfoldMoreOutlined'
import { Box, Button } from '@mui/material'
import { Fragment, useMemo, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { Comparison } from '../../contract/comparison/compareTexts.ts'
import { type Fold, foldUnchanged } from '../../contract/comparison/foldUnchanged.ts'
import type { Part } from '../../contract/comparison/parts.ts'

type Props = { comparison: Comparison; language: string }

/** Both texts in one, word by word: what is new underlined, what is gone struck out, the rest folded away. */
export function ComparisonView({ comparison, language }: Props) {
  const t = useTranslate()
  const folds = useMemo(() => foldUnchanged(comparison.parts), [comparison])
  return (
    <Box
      role="region"
      aria-label={t('resources.revisions.comparison.region')}
      lang={language}
      dir="auto"
      sx={{
        maxWidth: '80ch',
        px: 4,
        py: 3,
        fontSize: 14,
        lineHeight: 1.7,
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        '& ins, & del': { borderRadius: 0.5, color: 'text.primary' },
        '& ins': { bgcolor: 'success.light', textDecorationColor: (theme) => theme.palette.success.main },
        '& del': { bgcolor: 'error.light', textDecorationColor: (theme) => theme.palette.error.main },
      }}
    >
      {folds.map((fold) => (
        <Stretch key={fold.at} fold={fold} />
      ))}
    </Box>
  )
}

function Stretch({ fold }: { fold: Fold }) {
  const t = useTranslate()
  const [isOpen, setOpen] = useState(false)
  if (fold.kind !== 'folded') return <Piece part={fold} />
  if (isOpen) return <Fragment>{fold.text}</Fragment>
  return (
    <Box component="span" sx={{ display: 'block', my: 2 }}>
      <Button
        fullWidth
        size="small"
        color="secondary"
        startIcon={<UnfoldMore />}
        onClick={() => setOpen(true)}
        sx={{ bgcolor: 'canvas', fontSize: 12, justifyContent: 'flex-start' }}
      >
        {t('resources.revisions.comparison.fold', { smart_count: fold.lines })}
      </Button>
    </Box>
  )
}

function Piece({ part: { kind, text } }: { part: Part }) {
  if (kind === 'same') return <Fragment>{text}</Fragment>
  const Mark = kind === 'added' ? 'ins' : 'del'
  return <Mark>{visible(text)}</Mark>
}

/** Spaces and line ends that changed alone would be marked and yet not be seen. */
const visible = (text: string) =>
  /^\s+$/.test(text) ? text.replaceAll(' ', '·').replaceAll('\n', '↵\n') : text
