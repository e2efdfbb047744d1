import { eq } from 'drizzle-orm'
import type { Staff } from '../caller.ts'
import type { Db, Tx } from '../database/connect.ts'
import { append } from '../events/append.ts'
import { sessions } from './tables.ts'

/** Ends the caller's session: from now on its cookie opens nothing, wherever it was copied to. */
export async function signOut(db: Db, by: Staff, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(sessions).where(eq(sessions.id, by.session))
    await append(tx, { by, now, act: 'signOut', noun: 'sessions', id: by.session })
  })
}

/** Ends every session of a person at once: when suspended, given another role, or given a new password. */
export async function endSessions(tx: Tx, staffId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.staffId, staffId))
}
