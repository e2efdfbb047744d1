import type { Change } from '../../contract/changes.ts'
import type { Event } from '../../contract/events.ts'

/** One thing that happened: the act as the audit record holds it, and what fields said before and after. */
export type Entry = { key: string; at: string; event: Event | null; changes: readonly Change[] }

/** A list as far as it was read; `isMore` where older rows were not. */
type Stream<Row> = { rows: readonly Row[]; isMore: boolean }

/**
 * Acts and changes as one story, newest first: those of one request about one record are one entry. A change without
 * an act is the customer's own, or an import's. Older than the last row of a list that goes on nothing is told yet,
 * since something may be missing there.
 */
export function timelineEntries(events: Stream<Event>, changes: Stream<Change>): Entry[] {
  const entries = new Map<string, Entry>()
  for (const change of unique(changes.rows)) {
    const key = keyOf(change)
    const known = entries.get(key)
    entries.set(key, { key, at: change.at, event: null, changes: [...(known?.changes ?? []), change] })
  }
  for (const event of unique(events.rows)) {
    const entry = event.outcome === 'done' ? entries.get(keyOf(event)) : undefined
    if (entry && entry.event === null) entries.set(entry.key, { ...entry, event })
    else entries.set(event.id, { key: event.id, at: event.at, event, changes: [] })
  }
  const horizon = [events, changes].map(horizonOf).reduce((one, other) => (one > other ? one : other))
  return [...entries.values()].filter(({ at }) => at >= horizon).toSorted(latestFirst)
}

const keyOf = ({ requestId, recordId }: { requestId: string; recordId: string | null }) =>
  `${requestId} ${recordId}`

/** What is added while one reads on moves older rows to the next page, where they come a second time. */
function unique<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

function horizonOf({ rows, isMore }: Stream<{ at: string }>): string {
  return isMore ? (rows.at(-1)?.at ?? '') : ''
}

const orderOf = ({ event, changes }: Entry) => event?.id ?? changes[0]?.id ?? ''

function latestFirst(one: Entry, other: Entry): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1
  return orderOf(one) < orderOf(other) ? 1 : -1
}
