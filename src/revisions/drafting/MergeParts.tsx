import { Box, Stack, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { MergePart } from '../../../contract/comparison/merge.ts'
import { paragraphs } from '../../../contract/comparison/paragraphs.ts'
import { ChangedText } from './ChangedText.tsx'
import { ConflictPart } from './ConflictPart.tsx'
import { type Decision, type Decisions, placeOf } from './decisions.ts'
import type { SideNames } from './sideNames.ts'

type Props = {
  parts: readonly MergePart[]
  names: SideNames
  language: string
  decided: Decisions
  onDecide: (place: string, decision: Decision) => void
}

export function MergeParts({ parts, names, language, decided, onDecide }: Props) {
  const t = useTranslate()
  const all = parts.filter(({ kind }) => kind === 'conflict').length
  let asked = 0
  return (
    <Stack spacing={3}>
      {parts.map((part, index) => {
        const { kind, base, theirs, mine } = part
        const place = placeOf(part)
        // The parts of one merge never change their places.
        const key = `${index}`
        if (kind === 'same') return <Unchanged key={key} text={base} />
        if (kind === 'conflict') {
          asked += 1
          return (
            <ConflictPart
              key={key}
              {...{ part, names, language, all }}
              number={asked}
              decision={decided[place]}
              onDecide={(decision) => onDecide(place, decision)}
            />
          )
        }
        const from = kind === 'alike' ? t('resources.revisions.merge.by_both') : names[kind]
        const text = kind === 'theirs' ? theirs : mine
        if ((base + text).trim() === '') return null
        return (
          <Box key={key} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
            <Typography variant="subtitle2" component="h3" sx={{ px: 3, py: 1, bgcolor: 'canvas' }}>
              {t('resources.revisions.merge.taken', { from })}
            </Typography>
            <ChangedText older={base} newer={text} language={language} />
          </Box>
        )
      })}
    </Stack>
  )
}

function Unchanged({ text }: { text: string }) {
  const t = useTranslate()
  const count = paragraphs(text).filter((piece) => piece.trim() !== '').length
  if (count === 0) return null
  return (
    <Typography variant="caption" color="textSecondary" sx={{ px: 3 }}>
      {t('resources.revisions.merge.unchanged', { smart_count: count })}
    </Typography>
  )
}
