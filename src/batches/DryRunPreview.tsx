import { Alert, Box, Button, Skeleton, Stack, Typography } from '@mui/material'
import { useEffect } from 'react'
import { useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { type BatchAction, batchLimits, changeOf, type DryRun } from '../../contract/batches.ts'
import { deactivationReasons } from '../../contract/purchases.ts'
import { useFailureText } from '../errors/useFailureText.ts'
import { OutcomeRows } from './OutcomeRows.tsx'
import { useDryRun } from './useDryRun.ts'

type Props = {
  action: BatchAction
  scope: object
  onLooked: (dryRun: DryRun | null) => void
  /** True when it could not be run and has to be looked at anew. */
  stale: boolean
}

/** What will happen to how many, as soon as the reason is chosen. */
export function DryRunPreview({ action, scope, onLooked, stale }: Props) {
  const t = useTranslate()
  const failureText = useFailureText()
  const chosen: unknown = useWatch({ name: 'reason' })
  const reason = deactivationReasons.find((each) => each === chosen) ?? null
  const { data = null, error, isFetching, refetch } = useDryRun({ action, reason, scope })
  const looked = isFetching ? null : data
  useEffect(() => onLooked(looked), [looked, onLooked])

  const lookAgain = (
    <Button size="small" color="inherit" onClick={() => refetch()}>
      {t('acts.batches.dialog.look_again')}
    </Button>
  )
  return (
    <Box
      component="section"
      aria-label={t('acts.batches.dialog.dry_run')}
      aria-busy={isFetching}
      aria-live="polite"
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 4, minHeight: 190 }}
    >
      <Box
        sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mb: 2, minHeight: 30 }}
      >
        <Typography variant="h3" component="h3" sx={{ fontSize: 14, fontWeight: 600 }}>
          {t('acts.batches.dialog.dry_run')}
        </Typography>
        {stale && looked && lookAgain}
      </Box>
      {isFetching && <Waiting />}
      {!isFetching && error && (
        <Alert severity="error" action={lookAgain}>
          {failureText(error)}
        </Alert>
      )}
      {!isFetching && !error && !data && (
        <Typography color="textSecondary">{t('acts.batches.dialog.choose')}</Typography>
      )}
      {looked && !error && (
        <Stack spacing={3}>
          <OutcomeRows {...looked} />
          <Consequence looked={looked} />
        </Stack>
      )}
    </Box>
  )
}

function Consequence({ looked }: { looked: DryRun }) {
  const t = useTranslate()
  if ((looked.counts[changeOf[looked.action]] ?? 0) === 0) {
    return <Alert severity="info">{t('acts.batches.dialog.nothing')}</Alert>
  }
  if (!looked.needsApproval) return null
  return <Alert severity="info">{t('acts.batches.dialog.needs_approval', { most: batchLimits.alone })}</Alert>
}

const Waiting = () => (
  <Box>
    {[60, 45, 30, 40, 25].map((width) => (
      <Skeleton key={width} variant="text" width={`${width}%`} />
    ))}
  </Box>
)
