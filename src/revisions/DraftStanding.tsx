import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import { InstantField } from '../fields/InstantField.tsx'
import type { Draft } from './useDraft.ts'

/** Whether all is saved, since when, who wrote, and from which revision it starts. */
export function DraftStanding({ draft: { opened, isDirty, isSaving } }: { draft: Draft }) {
  const t = useTranslate()
  const { baseNumber, editors, createdBy, updatedAt } = opened
  const writers = editors.length > 0 ? editors : createdBy ? [createdBy] : []
  const facts = [
    writers.map(({ name }) => name).join(', '),
    baseNumber === null
      ? t('resources.revisions.starts_fresh')
      : t('resources.revisions.starts_from', { number: baseNumber }),
  ]
  return (
    <>
      <Box
        component="span"
        role="status"
        sx={{ color: isDirty ? 'warning.main' : 'inherit', fontWeight: 500 }}
      >
        {isSaving && t('resources.revisions.saving')}
        {!isSaving && t(isDirty ? 'resources.revisions.unsaved' : 'resources.revisions.saved')}
      </Box>{' '}
      {!isDirty && !isSaving && <InstantField value={updatedAt} />}
      {facts
        .filter((fact) => fact !== '')
        .map((fact) => (
          <span key={fact}> · {fact}</span>
        ))}
    </>
  )
}
