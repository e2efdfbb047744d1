import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Staff } from '../caller.ts'
import type { Db, Tx } from '../database/connect.ts'
import { appendStatement } from './append.ts'
import { type Entry, eventBody } from './entry.ts'
import { orAuditUnavailable } from './orAuditUnavailable.ts'

const window = 10 * 60_000
const kept = 24 * 60 * 60_000

/**
 * Records that somebody opened a record: one event for each session, record and ten minutes (domain.md 2.11).
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

// One round trip whether or not it was written before. The first condition keeps a repeated opening from taking a
// row lock; the second decides between two that arrive together.
async function appendOnce(tx: Db | Tx, by: Staff, subject: string, entry: Entry) {
  const since = new Date(entry.now.getTime() - window).toISOString()
  await orAuditUnavailable(
    tx.execute(sql`
      WITH opened AS (
        INSERT INTO openings (session_id, noun, subject, at)
        SELECT ${by.session}, ${entry.noun}, ${subject}, ${entry.now.toISOString()}::timestamptz
        WHERE NOT EXISTS (SELECT FROM openings WHERE session_id = ${by.session} AND noun = ${entry.noun}
          AND subject = ${subject} AND at > ${since}::timestamptz)
        ON CONFLICT (session_id, noun, subject) DO UPDATE SET at = excluded.at WHERE openings.at <= ${since}::timestamptz
        RETURNING 1
      )
      ${appendStatement(by.requestId, [eventBody(entry)])} FROM opened`),
  )
}

function fold(term: string) {
  return term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/gu, ' ')
}
