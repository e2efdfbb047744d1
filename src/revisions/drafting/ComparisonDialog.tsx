import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  Typography,
  useMediaQuery,
} from '@mui/material'
import { type ReactNode, useId, useMemo } from 'react'
import { useTranslate } from 'react-admin'
import { compareTexts } from '../../../contract/comparison/compareTexts.ts'
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
  const titleId = useId()
  const fillsScreen = useMediaQuery('(max-width:599.95px)')
  const comparison = useMemo(() => compareTexts(older, newer), [older, newer])
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" fullScreen={fillsScreen} aria-labelledby={titleId}>
      <DialogTitle id={titleId} component="h2">
        {title}
      </DialogTitle>
      <DialogContent>
        <Stack spacing={4}>
          <Typography color="textSecondary">{says}</Typography>
          <ComparisonCard comparison={comparison} language={language} />
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 6, pb: 5, flexWrap: 'wrap', gap: 2 }}>
        <Button color="secondary" onClick={onClose}>
          {t('resources.revisions.drafting.close')}
        </Button>
        {actions}
      </DialogActions>
    </Dialog>
  )
}
