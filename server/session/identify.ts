import { and, eq, lte } from 'drizzle-orm'
import type { Caller } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { statement } from '../database/statement.ts'
import { limits } from './limits.ts'
import { sessions } from './tables.ts'
import { tokenHash } from './token.ts'

type Found = Omit<Caller, 'authenticatedAt'> & { authenticatedAt: string; lastSeenAt: string }

const findSession = statement<Found>(
  'session',
  `SELECT staff.id, staff.name, staff.email, staff.role, sessions.id AS session,
    sessions.authenticated_at AS "authenticatedAt", sessions.last_seen_at AS "lastSeenAt"
  FROM sessions JOIN staff ON staff.id = sessions.staff_id
  WHERE sessions.token_hash = $1 AND staff.state = 'active' AND sessions.expires_at > $2 AND sessions.last_seen_at > $3`,
)

/**
 * Who sends a request: one look-up by the hash of the cookie. Nobody, if the session is idle for more than 15
 * minutes, older than 10 hours, ended, or if its person is no longer active; the role is the one of this moment.
 *
 * Activity is written at most once a minute, so a session may be ended up to a minute early, never late.
 * A refetch that the page makes by itself (`X-Steward-Background: true`) is no activity.
 */
export async function identifyByToken(
  db: Db,
  now: Date,
  token: string,
  background: boolean,
): Promise<Caller | null> {
  const idleSince = new Date(now.getTime() - limits.idle)
  const [found] = await findSession(db, [tokenHash(token), now, idleSince])
  if (found === undefined) return null

  const { lastSeenAt, authenticatedAt, ...person } = found
  const caller: Caller = { ...person, authenticatedAt: new Date(authenticatedAt) }
  const seenBefore = new Date(now.getTime() - limits.seenEvery)
  if (!background && new Date(lastSeenAt) <= seenBefore) {
    await db
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(and(eq(sessions.id, caller.session), lte(sessions.lastSeenAt, seenBefore)))
  }
  return caller
}
