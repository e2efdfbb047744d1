import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Staff } from '../caller.ts'
import type { Db, Tx } from '../database/connect.ts'
import { type Entry, eventBody } from './entry.ts'
import { groupOf, writeOpenings } from './openingGroup.ts'

const kept = 24 * 60 * 60_000

/**
 * Records that somebody opened a record: one event for each session, record and ten minutes.
 * @throws AUDIT_UNAVAILABLE if it cannot be written; the record is then not shown
 */
export async function recordOpening(
  tx: Db | Tx,
  {
    by,
    now,
    noun,
    id,
    customerId,
  }: { by: Staff; now: Date; noun: string; id: string; customerId?: string | null },
): Promise<void> {
  await appendOnce(tx, by, id, { by, now, act: 'open', noun, id, customerId })
}

/**
 * Records a search by personal data. The term itself is never kept: its keyed hash says that two searches were for
 * the same words, and a suspicion can be tested by whoever holds the key.
 * @throws AUDIT_UNAVAILABLE if it cannot be written
 */
export async function recordSearch(
  tx: Db | Tx,
  { by, now, noun, term, key }: { by: Staff; now: Date; noun: string; term: string; key: Buffer },
): Promise<void> {
  const hashed = createHmac('sha256', key).update(fold(term)).digest('hex')
  await appendOnce(tx, by, `search:${hashed}`, {
    by,
    now,
    act: 'search',
    noun,
    id: null,
    details: { term: hashed },
  })
}

/** Forgets which openings were written more than a day ago; the events themselves stay. */
export async function sweepOpenings(db: Db | Tx, now: Date): Promise<void> {
  await db.execute(sql`DELETE FROM openings WHERE at < ${new Date(now.getTime() - kept).toISOString()}`)
}

/** In a transaction of its own together with others who open something now, or in the caller's. */
async function appendOnce(tx: Db | Tx, by: Staff, subject: string, entry: Entry) {
  const { session, requestId } = by
  const { now, noun } = entry
  const opening = { session, noun, subject, at: now, requestId }
  if ('$client' in tx) await groupOf(tx).add(opening, () => eventBody(entry))
  else await writeOpenings(tx, [{ ...opening, body: eventBody(entry) }])
}

function fold(term: string) {
  return term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/gu, ' ')
}
