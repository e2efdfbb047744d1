import { sql } from 'drizzle-orm'
import type { Tx } from '../database/connect.ts'
import { chainOf } from './chain.ts'
import { type Entry, eventBody } from './entry.ts'
import { orAuditUnavailable } from './orAuditUnavailable.ts'

/**
 * Writes what was done into the audit record, in the transaction of the act itself: no event, no change
 * (architecture.md, decision 9). Call it last before the transaction ends, since it holds its chain until then.
 * @throws AUDIT_UNAVAILABLE if the event cannot be written
 * @throws TypeError if a value is neither an id nor a code; words belong to the record's own table
 */
export async function append(tx: Tx, entry: Entry): Promise<void> {
  await appendAll(tx, [entry])
}

/** As `append`, for any number of events of one request in a single round trip. */
export async function appendAll(tx: Tx, entries: readonly Entry[]): Promise<void> {
  const [first] = entries
  if (first === undefined) return
  if (entries.some(({ by }) => by.requestId !== first.by.requestId))
    throw new TypeError('the events of one transaction belong to one request')
  await orAuditUnavailable(tx.execute(appendStatement(first.by.requestId, entries.map(eventBody))))
}

/** The one statement that reaches the record; the database chains and hashes (migration 0005). */
export function appendStatement(requestId: string, bodies: string[]) {
  return sql`SELECT append_events(${chainOf(requestId)}::smallint, ${sql.param(bodies)}::text[])`
}
