import { Box, Typography } from '@mui/material'
import type { Event } from '../../contract/events.ts'
import { InstantField } from '../fields/InstantField.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { EventWhat } from './EventWhat.tsx'
import { TimelinePoint } from './TimelinePoint.tsx'
import { useActorName } from './useActorName.ts'
import { useEventText } from './useEventText.ts'

type Props = {
  event: Event
  /** Outside the record's own page the line names it and leads to it. */
  linked?: boolean
}

/** One line of a timeline, hung on its thread. */
export function EventLine({ event, linked = false }: Props) {
  const actorOf = useActorName()
  const { what, why } = useEventText()(event)
  return (
    <TimelinePoint isDone={event.outcome === 'done'}>
      <Typography component="div" sx={{ overflowWrap: 'anywhere' }}>
        <bdi>{actorOf(event)}</bdi> {linked ? <EventWhat event={event} /> : what}
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
