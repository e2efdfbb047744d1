import { and, eq, gt, lte } from 'drizzle-orm'
import type { Caller } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { staff } from '../database/schema.ts'
import { limits } from './limits.ts'
import { sessions } from './tables.ts'
import { tokenHash } from './token.ts'

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
  const [found] = await db
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      role: staff.role,
      session: sessions.id,
      authenticatedAt: sessions.authenticatedAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash(token)),
        eq(staff.state, 'active'),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, idleSince),
      ),
    )
  if (found === undefined) return null

  const { lastSeenAt, ...caller } = found
  const seenBefore = new Date(now.getTime() - limits.seenEvery)
  if (!background && lastSeenAt <= seenBefore) {
    await db
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(and(eq(sessions.id, caller.session), lte(sessions.lastSeenAt, seenBefore)))
  }
  return caller
}
