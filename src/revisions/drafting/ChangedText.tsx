import { Box, Typography } from '@mui/material'
import { useMemo } from 'react'
import { useTranslate } from 'react-admin'
import { compareTexts } from '../../../contract/comparison/compareTexts.ts'

type Props = { older: string; newer: string; language: string }

/** A paragraph with what somebody changed in it. */
export function ChangedText({ older, newer, language }: Props) {
  const t = useTranslate()
  const { parts } = useMemo(() => compareTexts(older.trim(), newer.trim()), [older, newer])
  let at = 0
  return (
    <Box
      lang={language}
      dir="auto"
      sx={{
        px: 3,
        py: 2,
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        '& ins, & del': { color: 'text.primary', borderRadius: 0.5 },
        '& ins': { bgcolor: 'success.light' },
        '& del': { bgcolor: 'error.light' },
      }}
    >
      {parts.length === 0 && (
        <Typography component="span" color="textSecondary">
          {t('resources.revisions.merge.empty')}
        </Typography>
      )}
      {parts.map(({ kind, text }) => {
        at += text.length
        if (kind === 'same') return <span key={at}>{text}</span>
        const Mark = kind === 'added' ? 'ins' : 'del'
        return <Mark key={at}>{text}</Mark>
      })}
    </Box>
  )
}
