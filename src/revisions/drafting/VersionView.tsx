import { Alert, Button, Skeleton, Stack, Typography } from '@mui/material'
import { useMemo, useState } from 'react'
import { useDataProvider, useGetOne, useNotify, useTranslate } from 'react-admin'
import { compareTexts } from '../../../contract/comparison/compareTexts.ts'
import { Revision } from '../../../contract/revisions.ts'
import type { Version, VersionRow } from '../../../contract/versions.ts'
import type { StewardProvider } from '../../dataProvider.ts'
import { ErrorState } from '../../errors/ErrorState.tsx'
import { useFailureText } from '../../errors/useFailureText.ts'
import { useIdempotencyKey } from '../../idempotencyKey.ts'
import { whole } from '../../layout/RecordPage.tsx'
import { ComparisonCard } from '../ComparisonCard.tsx'
import { wordsOf } from '../draftWords.ts'
import type { Draft } from '../useDraft.ts'
import { useKeepFresh } from '../useKeepFresh.ts'
import { sayClock } from './sayClock.ts'

type Props = { row: VersionRow; draft: Draft; language: string; onDone: () => void }

/** What was written since that version, and the way back to it: a save of its own, so that nothing is overwritten. */
export function VersionView({ row, draft, language, onDone }: Props) {
  const t = useTranslate()
  const notify = useNotify()
  const failureText = useFailureText()
  const provider = useDataProvider<StewardProvider>()
  const keepFresh = useKeepFresh()
  const idempotencyKey = useIdempotencyKey()
  const [failure, setFailure] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const { data, error, refetch } = useGetOne<Version>('versions', { id: row.id, meta: whole })
  const { opened, isDirty, put } = draft
  const now = opened.body
  const comparison = useMemo(() => data && compareTexts(data.body, now), [data, now])
  const time = sayClock(row.at)

  async function bringBack() {
    setPending(true)
    try {
      const answer = await provider.act('revisions', {
        id: opened.id,
        verb: 'bringBack',
        data: { version: opened.version, versionId: row.id },
        idempotencyKey,
      })
      const saved = Revision.parse(answer.data)
      keepFresh(saved)
      put(saved, wordsOf(saved))
      notify('resources.revisions.versions.brought_back', { type: 'success', messageArgs: { time } })
      onDone()
    } catch (fault) {
      setFailure(fault)
    } finally {
      setPending(false)
    }
  }

  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!comparison) return <Skeleton variant="rounded" height={200} />
  return (
    <Stack spacing={3}>
      <Stack
        direction="row"
        sx={{ gap: 3, flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' }}
      >
        <Typography color="textSecondary">{t('resources.revisions.versions.since', { time })}</Typography>
        <Button variant="contained" disabled={isPending || isDirty} onClick={() => void bringBack()}>
          {t('resources.revisions.versions.bring_back')}
        </Button>
      </Stack>
      {isDirty && <Alert severity="warning">{t('resources.revisions.versions.unsaved')}</Alert>}
      {failure !== null && <Alert severity="error">{failureText(failure)}</Alert>}
      <ComparisonCard comparison={comparison} language={language} />
    </Stack>
  )
}
