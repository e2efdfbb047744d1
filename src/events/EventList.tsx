import { Box } from '@mui/material'
import { DataTable } from 'react-admin'
import type { Event } from '../../contract/events.ts'
import { InstantField } from '../fields/InstantField.tsx'
import { Nothing } from '../fields/Nothing.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { statesOf } from '../fields/states.tsx'
import { ChoiceFilter } from '../lists/ChoiceFilter.tsx'
import { DayRangeFilter } from '../lists/DayRangeFilter.tsx'
import { ListPage } from '../lists/ListPage.tsx'
import { Table } from '../lists/Table.tsx'
import { TwoLineRows } from '../lists/TwoLineRows.tsx'
import { useMay } from '../session/useMay.ts'
import { ActorName } from './ActorName.tsx'
import { EventWhat } from './EventWhat.tsx'
import { RecordName } from './RecordName.tsx'
import { useActorName } from './useActorName.ts'
import { useEventAddress } from './useEventRecord.ts'
import { useEventText } from './useEventText.ts'

const Col = DataTable.Col<Event>
const nouns = ['customers', 'purchases', 'disclosures', 'policies', 'revisions'] as const

/** The audit record as far as the reader's role may see it. */
export function EventList() {
  const may = useMay()
  return (
    <ListPage
      noun="events"
      views="events"
      sort={{ field: 'at', order: 'DESC' }}
      filters={
        <>
          <ChoiceFilter
            source="noun"
            label="resources.events.fields.noun"
            choices={nouns.filter((noun) => may(noun, 'list'))}
            word={(noun) => `resources.${noun}.name`}
          />
          <ChoiceFilter
            source="outcome"
            label="resources.events.fields.outcome"
            choices={statesOf('outcome')}
            word={(outcome) => `states.outcome.${outcome}`}
          />
          <DayRangeFilter source="at" label="resources.events.fields.at" />
        </>
      }
      table={<EventTable />}
      rows={<EventRows />}
    />
  )
}

const EventTable = () => (
  <Table<Event>>
    <Col source="act" disableSort render={(event) => <What event={event} />} />
    <Col source="by" disableSort render={(event) => <ActorName event={event} />} />
    <Col source="reason" disableSort render={(event) => <Why event={event} />} />
    <Col
      source="outcome"
      disableSort
      render={({ outcome }) => <StateChip kind="outcome" state={outcome} />}
    />
    <Col source="at" render={({ at }) => <InstantField value={at} inRow />} />
  </Table>
)

/** A name without an end takes lines here, and no width from its neighbours. */
const What = ({ event }: { event: Event }) => (
  <Box sx={{ maxWidth: 480, overflowWrap: 'anywhere' }}>
    <EventWhat event={event} isFirst />
  </Box>
)

const Why = ({ event }: { event: Event }) => useEventText()(event).why ?? <Nothing />

function EventRows() {
  const actorOf = useActorName()
  const textOf = useEventText()
  const addressOf = useEventAddress()
  return (
    <TwoLineRows<Event>
      to={(event) => addressOf(event) ?? '/events'}
      first={(event) => `${actorOf(event)} ${textOf(event).what}`}
      second={(event) => (
        <>
          <RecordName event={event} />
          <InstantField value={event.at} inRow />
        </>
      )}
      secondEnd={({ outcome }) => <StateChip kind="outcome" state={outcome} />}
    />
  )
}
