import DataLoader from 'dataloader'
import { and, eq, lte } from 'drizzle-orm'
import type { Caller } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { statement } from '../database/statement.ts'
import { limits } from './limits.ts'
import { sessions } from './tables.ts'
import { tokenHash } from './token.ts'

type Found = Omit<Caller, 'authenticatedAt'> & {
  hash: string
  authenticatedAt: string
  lastSeenAt: string
  expiresAt: string
}

const findSessions = statement<Found>(
  'sessions',
  `SELECT encode(sessions.token_hash, 'hex') AS hash, staff.id, staff.name, staff.email, staff.role, sessions.id AS session,
    sessions.authenticated_at AS "authenticatedAt", sessions.last_seen_at AS "lastSeenAt", sessions.expires_at AS "expiresAt"
  FROM sessions JOIN staff ON staff.id = sessions.staff_id
  WHERE sessions.token_hash = ANY ($1) AND staff.state = 'active'`,
)

/**
 * Who sends a request: one look-up by the hash of the cookie, shared by the requests that arrive together and kept for
 * none that comes later. Nobody, if the session is idle for more than 15 minutes, older than 10 hours, ended, or if its
 * person is no longer active; the role is the one of this moment.
 *
 * Activity is written at most once a minute, so a session may be ended up to a minute early, never late.
 * A refetch that the page makes by itself (`X-Steward-Background: true`) is no activity.
 */
export function identifier(db: Db) {
  const arriving = new DataLoader<Buffer, Found | null>((hashes) => find(db, hashes), {
    cache: false,
    batchScheduleFn: setImmediate,
  })

  return async (now: Date, token: string, background: boolean): Promise<Caller | null> => {
    const found = await arriving.load(tokenHash(token))
    if (found === null || !isOpen(found, now)) return null

    const { id, name, email, role, session, lastSeenAt, authenticatedAt } = found
    const seenBefore = new Date(now.getTime() - limits.seenEvery)
    if (!background && new Date(lastSeenAt) <= seenBefore) {
      await db
        .update(sessions)
        .set({ lastSeenAt: now })
        .where(and(eq(sessions.id, session), lte(sessions.lastSeenAt, seenBefore)))
    }
    return { id, name, email, role, session, authenticatedAt: new Date(authenticatedAt) }
  }
}

async function find(db: Db, hashes: readonly Buffer[]): Promise<(Found | null)[]> {
  const found = new Map<string, Found>()
  for (const session of await findSessions(db, [hashes])) found.set(session.hash, session)
  return hashes.map((hash) => found.get(hash.toString('hex')) ?? null)
}

function isOpen({ expiresAt, lastSeenAt }: Found, now: Date) {
  return new Date(expiresAt) > now && now.getTime() - new Date(lastSeenAt).getTime() < limits.idle
}
