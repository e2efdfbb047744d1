import { and, eq } from 'drizzle-orm'
import type { StepUp } from '../../contract/session.ts'
import type { Caller, Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import { checkPassword } from './checkPassword.ts'
import type { SignInCounter } from './failures.ts'
import { accounts, sessions } from './tables.ts'
import { newToken, tokenHash } from './token.ts'

/**
 * Proves once more who sits at the screen, for acts that ask for it. The session goes on under a new token; its
 * absolute end does not move.
 * @throws INVALID (password), counted like a failed sign-in
 * @throws ACCOUNT_LOCKED, RATE_LIMITED after too many failures, even when the password is right
 * @throws NOT_SIGNED_IN if the session ended meanwhile
 */
export async function stepUp(
  db: Db,
  counter: SignInCounter,
  now: Date,
  caller: Caller,
  by: Staff,
  input: StepUp,
  address: string,
): Promise<{ caller: Caller; token: string }> {
  const attempt = { email: caller.email, staffId: caller.id, address }
  await counter.begin(attempt, now)
  const [account] = await db
    .select({ password: accounts.password })
    .from(accounts)
    .where(and(eq(accounts.staffId, caller.id), eq(accounts.providerId, 'credential')))
  if (!(await checkPassword(account?.password ?? null, input.password))) {
    await counter.failed(attempt, now)
    throw new Refused('INVALID', { errors: { password: 'That is not your password.' } })
  }
  await counter.succeeded(attempt, now)

  const token = newToken()
  await db.transaction(async (tx) => {
    const renewed = await tx
      .update(sessions)
      .set({ tokenHash: tokenHash(token), authenticatedAt: now, lastSeenAt: now })
      .where(eq(sessions.id, caller.session))
      .returning({ id: sessions.id })
    if (renewed.length === 0) throw new Refused('NOT_SIGNED_IN')
    await append(tx, { by, now, act: 'stepUp', noun: 'sessions', id: caller.session })
  })
  return { caller: { ...caller, authenticatedAt: now }, token }
}
