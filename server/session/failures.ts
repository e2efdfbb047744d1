import { createHmac } from 'node:crypto'
import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Db } from '../database/connect.ts'
import { Refused } from '../errors.ts'
import { networkOf, oneAddress } from './address.ts'
import { limits } from './limits.ts'
import { signInFailures, signInLimits } from './tables.ts'

/** Who tries: the account as typed, the person it belongs to if there is one, and where from. */
type Attempt = { email: string; staffId: string | null; address: string }

/**
 * Counts failed sign-ins in the database, so that every server knows the same count. An attempt counts before its
 * password is looked at and is taken back when it was right: guesses sent at the same moment cannot all slip
 * through, and only failures remain. Accounts that do not exist are counted and locked alike, so that a lock says
 * nothing about who works here.
 */
export function signInCounter(db: Db, secret: Buffer, log: Logger) {
  const keys = (attempt: Attempt) => keysOf(secret, attempt)

  /**
   * Counts one attempt. Answers whether it is the last before the lock.
   * @throws RATE_LIMITED after 50 failures from one address in 15 minutes
   * @throws ACCOUNT_LOCKED for 30 minutes after 10 failures on one account from one network
   */
  async function begin(attempt: Attempt, now: Date): Promise<{ last: boolean }> {
    const key = keys(attempt)
    const address = await count(db, key.address, null, now, limits.address, 'fixed')
    if (address.failures > limits.address.failures) throw tooMany('RATE_LIMITED', address.until, now)
    const account = await count(db, key.account, attempt.staffId, now, limits.account, 'sliding')
    if (account.failures > limits.account.failures) throw tooMany('ACCOUNT_LOCKED', account.until, now)
    return { last: account.failures === limits.account.failures }
  }

  /** The password was wrong: the attempt stays counted, and enters the count of its account and minute. */
  async function failed(attempt: Attempt, now: Date): Promise<void> {
    log.warn({ account: attempt.staffId ?? 'unknown' }, 'a sign-in failed')
    const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000)
    await db
      .insert(signInFailures)
      .values({ account: attempt.staffId ?? 'unknown', minute, failures: 1 })
      .onConflictDoUpdate({
        target: [signInFailures.account, signInFailures.minute],
        set: { failures: sql`${signInFailures.failures} + 1` },
      })
    await db.delete(signInLimits).where(lt(signInLimits.until, now))
  }

  /** The password was right: nothing of this attempt stays counted. */
  async function succeeded(attempt: Attempt, now: Date): Promise<void> {
    const key = keys(attempt)
    await db.delete(signInLimits).where(eq(signInLimits.key, key.account))
    await db
      .update(signInLimits)
      .set({ failures: sql`${signInLimits.failures} - 1` })
      .where(
        and(eq(signInLimits.key, key.address), gt(signInLimits.until, now), gt(signInLimits.failures, 0)),
      )
  }

  return { begin, failed, succeeded }
}

export type SignInCounter = ReturnType<typeof signInCounter>

/** What is counted: neither an address nor an account can be read from its key. */
function keysOf(secret: Buffer, { email, address }: Attempt) {
  const hashed = (kind: string, ...parts: string[]) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([kind, ...parts]))
      .digest('base64url')
  return {
    address: hashed('address', oneAddress(address)),
    account: hashed('account', email.toLowerCase(), networkOf(address)),
  }
}

/** One attempt more, past the limit by one at most; a sliding window begins anew with each until the limit is reached. */
async function count(
  db: Db,
  key: string,
  staffId: string | null,
  now: Date,
  limit: { failures: number; within: number },
  window: 'fixed' | 'sliding',
) {
  const until = new Date(now.getTime() + limit.within)
  const over = sql`${signInLimits.until} <= ${now}`
  const moves = window === 'sliding' ? sql`${over} or ${signInLimits.failures} < ${limit.failures}` : over
  const [counted] = await db
    .insert(signInLimits)
    .values({ key, staffId, failures: 1, until })
    .onConflictDoUpdate({
      target: signInLimits.key,
      set: {
        failures: sql`case when ${over} then 1 else least(${signInLimits.failures}, ${limit.failures}) + 1 end`,
        until: sql`case when ${moves} then ${until} else ${signInLimits.until} end`,
      },
    })
    .returning({ failures: signInLimits.failures, until: signInLimits.until })
  if (counted === undefined) throw new Error('An attempt to sign in could not be counted.')
  return counted
}

function tooMany(code: 'RATE_LIMITED' | 'ACCOUNT_LOCKED', until: Date, now: Date): Refused {
  const retryAfter = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  const values = { seconds: retryAfter, minutes: Math.ceil(retryAfter / 60) }
  return new Refused(code, { values, details: { retryAfter } })
}
