import { and, eq, inArray, notInArray, type SQL } from 'drizzle-orm'
import { Event, eventOutcomes } from '../../contract/events.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { events as table } from '../database/schema/events.ts'
import { badQuery } from '../lists/badQuery.ts'
import { anyIdOf, anyOf, atOrAfter, atOrBefore } from '../lists/filters.ts'
import { sortBy } from '../lists/sorts.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { readEvents } from './read.ts'
import { totalOfEvents } from './total.ts'
import { visibleEvent, visibleEvents } from './visibility.ts'

/** That somebody looked, which changed nothing: thousands of them would bury what was done. */
const looks = ['list', 'show', 'open', 'search']

/** The audit record, as far as the reader's role may see it. */
export const events: NounSpec<Event, Event> = {
  noun: 'events',
  row: Event,
  one: Event,
  list: {
    noun: 'events',
    table,
    total: totalOfEvents,
    sorts: { at: sortBy(table.at) },
    defaultSort: ['at', 'DESC'],
    filters: {
      act: anyOf(table.act),
      noun: anyOf(table.noun),
      recordId: anyOf(table.recordId),
      customerId: anyIdOf(table.customerId),
      actorId: anyIdOf(table.actorId),
      outcome: anyOf(table.outcome, eventOutcomes),
      requestId: anyOf(table.requestId),
      looks: (value, name) =>
        isAbout(value, name) ? inArray(table.act, looks) : notInArray(table.act, looks),
      atFrom: atOrAfter(table.at),
      atTo: atOrBefore(table.at),
    },
    visible: visibleEvents,
    rows: readEvents,
  },
  read: (db, by, _now, id) => readEvent(db, by, and(eq(table.id, id), visibleEvent(by))),
}

async function readEvent(db: Db, by: Staff, where: SQL | undefined): Promise<Event | null> {
  const [event] = await readEvents(db, by, where)
  return event ?? null
}

function isAbout(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') throw badQuery(`${name} is true or false.`)
  return value
}
