import { Box, Tooltip } from '@mui/material'
import { useEffect, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { hiddenFromEyes } from '../fields/hiddenFromEyes.ts'
import { sayExactly } from '../fields/sayInstant.ts'
import { sayClock } from './drafting/sayClock.ts'
import type { Draft } from './useDraft.ts'
import { useWhyUnsaved } from './useWhyUnsaved.ts'

/** Whether all is saved, since when, who wrote, and from which revision it starts. */
export function DraftStanding({ draft }: { draft: Draft }) {
  const t = useTranslate()
  const { baseNumber, editors, createdBy } = draft.opened
  const writers = editors.length > 0 ? editors : createdBy ? [createdBy] : []
  const facts = [
    writers.map(({ name }) => name).join(', '),
    baseNumber === null
      ? t('resources.revisions.starts_fresh')
      : t('resources.revisions.starts_from', { number: baseNumber }),
  ]
  return (
    <>
      <SavedState draft={draft} />
      {facts
        .filter((fact) => fact !== '')
        .map((fact) => (
          <span key={fact}> · {fact}</span>
        ))}
    </>
  )
}

function SavedState({ draft: { opened, isDirty, isSaving, failure, clash } }: { draft: Draft }) {
  const t = useTranslate()
  const whyUnsaved = useWhyUnsaved()
  const isHeld = failure !== null || clash !== null
  const why = isHeld && isDirty ? whyUnsaved(clash ?? failure) : null
  const { updatedAt } = opened
  return (
    <>
      <Box component="span" sx={{ color: isDirty ? 'warning.main' : 'inherit', fontWeight: 500 }}>
        {why && t('resources.revisions.drafting.not_saved', { why })}
        {!why && isSaving && t('resources.revisions.saving')}
        {!why && !isSaving && isDirty && t('resources.revisions.unsaved')}
        {!isDirty && !isSaving && (
          <Tooltip title={sayExactly(new Date(updatedAt))}>
            <time dateTime={updatedAt} className="tabular">
              {t('resources.revisions.drafting.saved_at', { time: sayClock(updatedAt) })}
            </time>
          </Tooltip>
        )}
      </Box>
      <Spoken said={why ?? ''} after={t('resources.revisions.saved')} />
    </>
  )
}

/** A page that saves by itself would never be quiet: only what goes wrong is spoken, and that it is well again. */
function Spoken({ said, after }: { said: string; after: string }) {
  const [words, setWords] = useState('')
  const was = useRef('')
  useEffect(() => {
    setWords(said === '' && was.current !== '' ? after : said)
    was.current = said
  }, [said, after])
  return (
    <Box component="span" role="status" sx={hiddenFromEyes}>
      {words}
    </Box>
  )
}
