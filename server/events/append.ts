import type { Tx } from '../database/connect.ts'
import { statementWithin } from '../database/statement.ts'
import { chainOf } from './chain.ts'
import { type Entry, eventBody } from './entry.ts'
import { orAuditUnavailable } from './orAuditUnavailable.ts'

/** The one statement that reaches the record; the database chains and hashes (migration 0005). */
export const appending = 'SELECT append_events($1::smallint, $2::text[])'
const chainAndHash = statementWithin('append', appending)

/**
 * Writes what was done into the audit record, in the transaction of the act itself: no event, no change
 * (docs/decisions/009-the-audit-record.md). Call it last before the transaction ends, since it holds its chain until then.
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
  const { requestId } = first.by
  await orAuditUnavailable(chainAndHash(tx, [chainOf(requestId), entries.map(eventBody)]))
}

/**
 * A write and its event in one statement: one way to the database, and neither without the other. `writes` are the
 * parts of a WITH, whose values begin at $3.
 * @throws AUDIT_UNAVAILABLE if it cannot be carried out; nothing is changed then
 */
export function writingWithEvent(name: string, writes: string) {
  const write = statementWithin(name, `WITH ${writes} ${appending}`)
  return async (tx: Tx, entry: Entry, values: unknown[]): Promise<void> => {
    await orAuditUnavailable(write(tx, [chainOf(entry.by.requestId), [eventBody(entry)], ...values]))
  }
}
