import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { SignIn } from '../../contract/session.ts'
import type { Caller } from '../caller.ts'
import type { Db, Tx } from '../database/connect.ts'
import { staff } from '../database/schema/staff.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import { checkPassword } from './checkPassword.ts'
import type { SignInCounter } from './failures.ts'
import { limits } from './limits.ts'
import { lockedOut } from './lockedOut.ts'
import { accounts, sessions } from './tables.ts'
import { newToken, tokenHash } from './token.ts'

type From = { address: string; requestId: string; token: string | undefined; parallel: number }

/**
 * Opens a session for a member of staff who knows the password. The token is always new, and a session that the
 * same browser still had is ended.
 * @throws SIGN_IN_FAILED with one text and one timing for a wrong password, an unknown and an inactive account
 * @throws ACCOUNT_LOCKED, RATE_LIMITED after too many failures, even when the password is right
 */
export async function signIn(db: Db, counter: SignInCounter, now: Date, input: SignIn, from: From) {
  const [known] = await db
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      role: staff.role,
      state: staff.state,
      password: accounts.password,
    })
    .from(staff)
    .innerJoin(accounts, and(eq(accounts.staffId, staff.id), eq(accounts.providerId, 'credential')))
    .where(sql`lower(${staff.email}) = lower(${input.email})`)

  const attempt = { email: input.email, staffId: known?.id ?? null, address: from.address }
  const { last } = await counter.begin(attempt, now)
  const right = await checkPassword(known?.password ?? null, input.password)
  if (known === undefined || !right || known.state !== 'active') {
    await counter.failed(attempt, now)
    if (last && known !== undefined) await lockedOut(db, now, known.id, from.requestId)
    throw new Refused('SIGN_IN_FAILED')
  }
  await counter.succeeded(attempt, now)

  const { id, name, email, role } = known
  const token = newToken()
  const session = uuidv7()
  await db.transaction(async (tx) => {
    if (from.token !== undefined)
      await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash(from.token)))
    await makeRoom(tx, id, now, from.parallel)
    await tx.insert(sessions).values({
      id: session,
      staffId: id,
      tokenHash: tokenHash(token),
      createdAt: now,
      lastSeenAt: now,
      authenticatedAt: now,
      expiresAt: new Date(now.getTime() + limits.absolute),
    })
    const by = { kind: 'staff', id, name, role, session, requestId: from.requestId } as const
    await append(tx, { by, now, act: 'signIn', noun: 'sessions', id: session })
  })
  const caller: Caller = { id, name, email, role, session, authenticatedAt: now }
  return { caller, token }
}

/** Clears sessions that ran out, and the oldest of a person who would have more than are allowed at once. */
async function makeRoom(tx: Tx, staffId: string, now: Date, parallel: number): Promise<void> {
  await tx.delete(sessions).where(lte(sessions.expiresAt, now))
  const surplus = tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.staffId, staffId))
    .orderBy(desc(sessions.createdAt), desc(sessions.id))
    .offset(parallel - 1)
  await tx.delete(sessions).where(inArray(sessions.id, surplus))
}
