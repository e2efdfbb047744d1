import { hashPassword } from 'better-auth/crypto'
import { and, eq } from 'drizzle-orm'
import type { Actor } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { append } from '../events/append.ts'
import { endSessions } from '../session/signOut.ts'
import { accounts } from '../session/tables.ts'
import { findStaff } from './findStaff.ts'
import { refuseDemoPassword } from './refuseDemoPassword.ts'
import { liftLocks } from './unlock.ts'

/**
 * Gives a member of staff a new password. Whoever knew the old one is signed out everywhere, and locks are lifted.
 * @throws NOT_FOUND if nobody has this e-mail address
 * @throws INVALID (password) if it is the published one of the demonstration
 */
export async function resetPassword(
  tx: Tx,
  by: Actor,
  now: Date,
  email: string,
  password: string,
): Promise<void> {
  const { id } = await findStaff(tx, email)
  refuseDemoPassword(email, password)
  const hash = await hashPassword(password)
  await tx
    .update(accounts)
    .set({ password: hash, updatedAt: now })
    .where(and(eq(accounts.staffId, id), eq(accounts.providerId, 'credential')))
  await endSessions(tx, id)
  await liftLocks(tx, id)
  await append(tx, { by, now, act: 'resetPassword', noun: 'staff', id })
}
