import { Box, Link, Skeleton, Typography } from '@mui/material'
import { LinkBase, useGetList, useTranslate } from 'react-admin'
import type { Event } from '../../contract/events.ts'
import { EventLine } from '../events/EventLine.tsx'
import { CardSection } from '../fields/CardSection.tsx'

/** The latest lines of the audit record: one person's own, or all that the reader may see. */
export function RecentEvents({ actorId }: { actorId?: string }) {
  const t = useTranslate()
  const { data, isPending } = useGetList<Event>('events', {
    filter: actorId ? { actorId } : {},
    sort: { field: 'at', order: 'DESC' },
    pagination: { page: 1, perPage: actorId ? 8 : 20 },
  })
  return (
    <CardSection
      title={t(actorId ? 'start.recent' : 'start.recent_all')}
      actions={
        <Link component={LinkBase} to="/events">
          {t('resources.events.name', { smart_count: 2 })}
        </Link>
      }
    >
      {isPending && <Skeleton variant="rounded" height={180} />}
      {data?.length === 0 && <Typography color="textSecondary">{t('events.none_yet')}</Typography>}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.map((event) => (
          <EventLine key={event.id} event={event} linked />
        ))}
      </Box>
    </CardSection>
  )
}
