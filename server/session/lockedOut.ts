import type { Db } from '../database/connect.ts'
import { append } from '../events/append.ts'

/** Records that an account was locked after too many failures: an attempt to break in, or someone who needs help. */
export async function lockedOut(db: Db, now: Date, staffId: string, requestId: string): Promise<void> {
  const by = { kind: 'system', id: null, name: 'Steward', role: null, session: null, requestId } as const
  await db.transaction((tx) => append(tx, { by, now, act: 'lock', noun: 'staff', id: staffId }))
}
