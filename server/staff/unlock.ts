import { eq } from 'drizzle-orm'
import type { Actor } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { append } from '../events/append.ts'
import { signInLimits } from '../session/tables.ts'
import { findStaff } from './findStaff.ts'

/**
 * Lifts the lock that too many failed sign-ins put on an account, in every network, before its 30 minutes are over.
 * @throws NOT_FOUND if nobody has this e-mail address
 */
export async function unlockStaff(tx: Tx, by: Actor, now: Date, email: string): Promise<{ locks: number }> {
  const { id } = await findStaff(tx, email)
  const locks = await liftLocks(tx, id)
  await append(tx, { by, now, act: 'unlock', noun: 'staff', id, details: { locks } })
  return { locks }
}

/** Forgets the failures of one person; answers in how many networks there were any. */
export async function liftLocks(tx: Tx, staffId: string): Promise<number> {
  const lifted = await tx
    .delete(signInLimits)
    .where(eq(signInLimits.staffId, staffId))
    .returning({ key: signInLimits.key })
  return lifted.length
}
