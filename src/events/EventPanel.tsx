import { Box, Button, Skeleton, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { useGetList, useTranslate } from 'react-admin'
import type { Event } from '../../contract/events.ts'
import type { Noun } from '../../contract/permissions.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { EventLine } from './EventLine.tsx'

const atOnce = 15

/** `customerId` takes in what happened to whatever belongs to that customer. */
type Props = { noun: Noun | Noun[]; recordId: string | string[] } | { customerId: string }

/** Everything that happened to a record, newest first: who and why in one line each. */
export function EventPanel(of: Props) {
  const t = useTranslate()
  const [shown, setShown] = useState(atOnce)
  const { data, total, isPending, error, refetch } = useGetList<Event>('events', {
    filter: of,
    pagination: { page: 1, perPage: shown },
    sort: { field: 'at', order: 'DESC' },
  })
  const isMore = (total ?? 0) > shown
  return (
    <CardSection title={t('events.timeline')}>
      {error && !data && <ErrorState error={error} onRetry={() => refetch()} />}
      {isPending && <Lines />}
      {data?.length === 0 && <Typography color="textSecondary">{t('events.none_yet')}</Typography>}
      {data && data.length > 0 && (
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {data.map((event) => (
            <EventLine key={event.id} event={event} />
          ))}
        </Box>
      )}
      {isMore && (
        <Button size="small" onClick={() => setShown(shown + 50)} sx={{ mt: 2 }}>
          {t('events.more')}
        </Button>
      )}
    </CardSection>
  )
}

function Lines() {
  return (
    <Stack spacing={3}>
      {['70%', '55%', '62%'].map((width) => (
        <Skeleton key={width} variant="text" width={width} />
      ))}
    </Stack>
  )
}
