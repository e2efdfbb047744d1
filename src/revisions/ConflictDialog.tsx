import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Skeleton,
  Stack,
  Typography,
  useMediaQuery,
} from '@mui/material'
import { useId, useMemo } from 'react'
import { useGetOne, useTranslate } from 'react-admin'
import { compareTexts } from '../../contract/comparison/compareTexts.ts'
import type { Revision } from '../../contract/revisions.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { whole } from '../layout/RecordPage.tsx'
import { ComparisonCard } from './ComparisonCard.tsx'
import { mergedWords, wordsOf } from './draftWords.ts'
import type { Draft } from './useDraft.ts'

type Props = { draft: Draft; language: string; onClose: () => void }

/** A colleague saved the draft first: what my words would change in theirs, before anything of either is lost. */
export function ConflictDialog({ draft, language, onClose }: Props) {
  const t = useTranslate()
  const titleId = useId()
  const fillsScreen = useMediaQuery('(max-width:599.95px)')
  const { opened, began, typed, put, save } = draft
  const { data, error, isFetchedAfterMount, refetch } = useGetOne<Revision>(
    'revisions',
    { id: opened.id, meta: whole },
    { refetchOnMount: 'always', refetchOnWindowFocus: false },
  )
  const theirs = isFetchedAfterMount ? data : undefined
  const mine = typed.current
  const comparison = useMemo(() => theirs && compareTexts(theirs.body, mine.body), [theirs, mine])

  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" fullScreen={fillsScreen} aria-labelledby={titleId}>
      <DialogTitle id={titleId} component="h2">
        {t('resources.revisions.conflict.title')}
      </DialogTitle>
      <DialogContent>
        <Stack spacing={4}>
          <Typography color="textSecondary">{t('resources.revisions.conflict.says')}</Typography>
          {comparison && <ComparisonCard comparison={comparison} language={language} />}
          {!comparison && !error && <Skeleton variant="rounded" height={160} />}
          {error && !comparison && <ErrorState error={error} onRetry={() => void refetch()} />}
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 6, pb: 5, flexWrap: 'wrap', gap: 2 }}>
        <Button color="secondary" onClick={onClose}>
          {t('resources.revisions.conflict.keep')}
        </Button>
        <Box sx={{ flex: 1 }} />
        {theirs && (
          <>
            <Button
              variant="outlined"
              onClick={() => {
                put(theirs, wordsOf(theirs))
                onClose()
              }}
            >
              {t('resources.revisions.conflict.take')}
            </Button>
            <Button
              variant="contained"
              onClick={() => {
                void save({ revision: theirs, words: mergedWords(began.current, mine, wordsOf(theirs)) })
                onClose()
              }}
            >
              {t('resources.revisions.conflict.over')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  )
}
