import { type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '../database/connect.ts'
import { ask } from '../database/statement.ts'
import { isTransient } from '../errors.ts'
import { chainOf } from './chain.ts'
import { orAuditUnavailable } from './orAuditUnavailable.ts'

/** What somebody opens or searches in a session, at an instant, with the body of its event. */
export type Opening = {
  session: string
  noun: string
  subject: string
  at: Date
  requestId: string
  body: string
}

/** One opening is one event for each session, subject and this many milliseconds. */
const window = 10 * 60_000
const together = 200
const remembered = 20_000

/** Writes openings of one or many requests and answers once they are written; those of the last ten minutes are not written anew. */
export async function writeOpenings(tx: Tx, openings: readonly Opening[]): Promise<void> {
  await orAuditUnavailable(tx.execute(statementFor(openings)))
}

// One round trip whether or not they were written before. The first condition keeps a repeated opening from taking a
// row lock, the second decides between two that arrive together. The rows are locked in one order on every server, and
// the chain after them: nobody waits in a circle.
function statementFor(openings: readonly Opening[]): SQL {
  const column = (name: 'session' | 'noun' | 'subject' | 'body') =>
    sql.param(openings.map((opening) => opening[name]))
  const at = sql.param(openings.map((opening) => opening.at.toISOString()))
  const chain = chainOf(openings[0]?.requestId ?? '')
  return sql`
    WITH asked AS (
      SELECT * FROM unnest(${column('session')}::text[], ${column('noun')}::text[], ${column('subject')}::text[],
        ${at}::timestamptz[], ${column('body')}::text[]) AS asked(session_id, noun, subject, at, body)
    ), opened AS (
      INSERT INTO openings (session_id, noun, subject, at)
      SELECT session_id, noun, subject, at FROM asked
      WHERE NOT EXISTS (SELECT FROM openings AS earlier WHERE earlier.session_id = asked.session_id
        AND earlier.noun = asked.noun AND earlier.subject = asked.subject AND earlier.at > asked.at - interval '${sql.raw(String(window))} ms')
      ORDER BY session_id, noun, subject
      ON CONFLICT (session_id, noun, subject) DO UPDATE SET at = excluded.at
        WHERE openings.at <= excluded.at - interval '${sql.raw(String(window))} ms'
      RETURNING session_id, noun, subject
    )
    SELECT append_events(${chain}::smallint, array_agg(body)) FROM asked JOIN opened USING (session_id, noun, subject)
    HAVING count(*) > 0`
}

/**
 * Collects the openings that arrive while others are being written, and writes them in one transaction: a commit costs
 * the same for many as for one. Everybody is answered only after their own event is written, and hears of a failure.
 */
function openingGroup(db: Db) {
  const written = new Map<string, number>()
  let waiting = new Map<string, { opening: Opening; done: PromiseWithResolvers<void> }>()
  let isWriting = false

  /** `body` is asked for only if there is something to write. @throws AUDIT_UNAVAILABLE if it cannot be written */
  function add(opening: Omit<Opening, 'body'>, body: () => string): Promise<void> {
    const key = JSON.stringify([opening.session, opening.noun, opening.subject])
    if ((written.get(key) ?? Number.NEGATIVE_INFINITY) > opening.at.getTime() - window)
      return Promise.resolve()
    const same = waiting.get(key)
    if (same) return same.done.promise
    const done = Promise.withResolvers<void>()
    waiting.set(key, { opening: { ...opening, body: body() }, done })
    if (!isWriting) void writeAll()
    return done.promise
  }

  async function writeAll() {
    isWriting = true
    while (waiting.size > 0) {
      const entries = [...waiting].slice(0, together)
      const rest = [...waiting].slice(together)
      waiting = new Map(rest)
      try {
        await write(entries.map(([, { opening }]) => opening))
        for (const [key, { opening, done }] of entries) {
          remember(key, opening.at.getTime())
          done.resolve()
        }
      } catch (error) {
        for (const [, { done }] of entries) done.reject(error)
      }
    }
    isWriting = false
  }

  async function write(openings: Opening[], attempt = 1): Promise<void> {
    try {
      await orAuditUnavailable(ask(db, statementFor(openings), true))
    } catch (error) {
      if (attempt < 3 && isTransient(error)) return write(openings, attempt + 1)
      throw error
    }
  }

  /** Another look at the same record need not ask the database; what is forgotten here is known there. */
  function remember(key: string, at: number) {
    written.delete(key)
    written.set(key, at)
    if (written.size <= remembered) return
    const [oldest] = written.keys()
    if (oldest !== undefined) written.delete(oldest)
  }

  return { add }
}

const groups = new WeakMap<Db, ReturnType<typeof openingGroup>>()

/** The group of a database's pool; each server has its own, and they agree through the table `openings`. */
export function groupOf(db: Db) {
  const group = groups.get(db) ?? openingGroup(db)
  groups.set(db, group)
  return group
}
