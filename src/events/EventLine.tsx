import { Box, Typography } from '@mui/material'
import type { Event } from '../../contract/events.ts'
import { InstantField } from '../fields/InstantField.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { RowLink } from '../lists/RowLink.tsx'
import { useEventAddress } from './EventRecordLink.tsx'
import { TimelinePoint } from './TimelinePoint.tsx'
import { useActorName } from './useActorName.ts'
import { useEventText } from './useEventText.ts'

type Props = {
  event: Event
  /** Outside the record's own page the line leads to it. */
  linked?: boolean
}

/** One line of a timeline, hung on its thread. */
export function EventLine({ event, linked = false }: Props) {
  const actorOf = useActorName()
  const addressOf = useEventAddress()
  const address = linked ? addressOf(event) : null
  const { what, why } = useEventText()(event)
  return (
    <TimelinePoint isDone={event.outcome === 'done'}>
      <Typography component="div">
        <bdi>{actorOf(event)}</bdi> {address ? <RowLink to={address}>{what}</RowLink> : what}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="div">
        <InstantField value={event.at} />
        {why && ` · ${why}`}
      </Typography>
      {event.outcome !== 'done' && (
        <Box sx={{ mt: 1 }}>
          <StateChip kind="outcome" state={event.outcome} />
        </Box>
      )}
    </TimelinePoint>
  )
}
