import { Box, Button, Skeleton, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { ErrorState } from '../errors/ErrorState.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { TimelineEntry } from './TimelineEntry.tsx'
import { useTimeline } from './useTimeline.ts'

/** Everything that happened to a customer, by whomever, newest first. */
export function CustomerTimeline({ customerId }: { customerId: string }) {
  const t = useTranslate()
  const [withLooks, setWithLooks] = useState(false)
  const { entries, isMore, showMore, isPending, isReading, error, readAgain } = useTimeline(
    customerId,
    withLooks,
  )
  return (
    <CardSection
      title={t('events.timeline')}
      actions={
        <Button size="small" color="secondary" onClick={() => setWithLooks(!withLooks)}>
          {t(withLooks ? 'events.without_looks' : 'events.with_looks')}
        </Button>
      }
    >
      {error && entries.length === 0 && <ErrorState error={error} onRetry={readAgain} />}
      {isPending && entries.length === 0 && !error && (
        <Stack spacing={3}>
          {['70%', '55%', '62%'].map((width) => (
            <Skeleton key={width} variant="text" width={width} />
          ))}
        </Stack>
      )}
      {!isPending && !error && entries.length === 0 && (
        <Typography color="textSecondary">{t('events.none_yet')}</Typography>
      )}
      {entries.length > 0 && (
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {entries.map((entry) => (
            <TimelineEntry key={entry.key} entry={entry} />
          ))}
        </Box>
      )}
      {isMore && (
        <Button size="small" disabled={isReading} onClick={showMore} sx={{ mt: 2 }}>
          {t('events.more')}
        </Button>
      )}
    </CardSection>
  )
}
