import { Button, Typography } from '@mui/material'
import { type ReactNode, useMemo } from 'react'
import { useTranslate } from 'react-admin'
import { compareTexts } from '../../../contract/comparison/compareTexts.ts'
import { PlainDialog } from '../../acts/PlainDialog.tsx'
import { ComparisonCard } from '../ComparisonCard.tsx'

type Props = {
  title: string
  says: string
  older: string
  newer: string
  language: string
  actions: ReactNode
  onClose: () => void
}

/** What one text would change in another, before one of them takes the other's place. */
export function ComparisonDialog({ title, says, older, newer, language, actions, onClose }: Props) {
  const t = useTranslate()
  const comparison = useMemo(() => compareTexts(older, newer), [older, newer])
  return (
    <PlainDialog
      title={title}
      maxWidth="md"
      onClose={onClose}
      actions={
        <>
          <Button color="secondary" onClick={onClose}>
            {t('resources.revisions.drafting.close')}
          </Button>
          {actions}
        </>
      }
    >
      <Typography color="textSecondary">{says}</Typography>
      <ComparisonCard comparison={comparison} language={language} />
    </PlainDialog>
  )
}
