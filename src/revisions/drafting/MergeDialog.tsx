import { Box, Button, Typography } from '@mui/material'
import { useMemo, useState } from 'react'
import { useTranslate } from 'react-admin'
import { isConflict } from '../../../contract/comparison/mergedText.ts'
import { PlainDialog } from '../../acts/PlainDialog.tsx'
import type { DraftWords } from '../draftWords.ts'
import { type Decision, type Decisions, decidedText, placeOf } from './decisions.ts'
import { MergeParts } from './MergeParts.tsx'
import { conflictsOf, mergedWords, mergeWords, type ThreeWords } from './mergeWords.ts'
import type { SideNames } from './sideNames.ts'

type Props = {
  title: string
  says: string
  names: SideNames
  words: ThreeWords
  language: string
  decisions: Decisions
  onDecide: (decisions: Decisions) => void
  onSettled: (words: DraftWords) => void
  onClose: () => void
}

/** Three texts, paragraph by paragraph: what only one side changed is taken over, the rest is asked about. */
export function MergeDialog({
  title,
  says,
  names,
  words,
  language,
  decisions,
  onDecide,
  onSettled,
  onClose,
}: Props) {
  const t = useTranslate()
  const say = (key: string, values = {}) => t(`resources.revisions.merge.${key}`, values)
  const [decided, setDecided] = useState(decisions)
  const merged = useMemo(() => mergeWords(words), [words])
  const conflicts = conflictsOf(merged)
  const texts = conflicts.map((part) => decidedText(part, decided[placeOf(part)]))
  const open = texts.filter((text) => text === null).length

  function decide(place: string, decision: Decision) {
    const next = { ...decided, [place]: decision }
    setDecided(next)
    onDecide(next)
  }

  function settle() {
    const decidedTexts = texts.map((text) => text ?? '')
    onSettled(mergedWords(merged, decidedTexts))
  }

  return (
    <PlainDialog
      title={title}
      maxWidth="lg"
      onClose={onClose}
      actions={
        <>
          <Typography role="status" color="textSecondary">
            {conflicts.length === 0 && say('nothing_to_decide')}
            {conflicts.length > 0 && open > 0 && say('open_count', { smart_count: open })}
            {conflicts.length > 0 && open === 0 && say('decided')}
          </Typography>
          <Box sx={{ flex: 1 }} />
          <Button color="secondary" onClick={onClose}>
            {t('resources.revisions.conflict.keep')}
          </Button>
          <Button variant="contained" disabled={open > 0} onClick={settle}>
            {say('save')}
          </Button>
        </>
      }
    >
      <Typography color="textSecondary">{says}</Typography>
      <MergeParts parts={merged.body} {...{ names, language, decided }} onDecide={decide} />
      {merged.summary.some(isConflict) && (
        <>
          <Typography variant="h3">{t('resources.revisions.summary')}</Typography>
          <MergeParts parts={merged.summary} {...{ names, language, decided }} onDecide={decide} />
        </>
      )}
    </PlainDialog>
  )
}
