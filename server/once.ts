import { createHash } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import type { Staff } from './caller.ts'
import type { Db, Tx } from './database/connect.ts'
import { idempotencyKeys } from './database/schema/idempotencyKeys.ts'
import { statementWithin } from './database/statement.ts'
import { isTransient, Refused } from './errors.ts'

const kept = 24 * 60 * 60 * 1000

export type Request = { key: string; status: 200 | 201; noun: string; id: string; path: string; body: string }

const takeKey = statementWithin(
  'take key',
  `INSERT INTO idempotency_keys (staff_id, key, body_sha256, status, noun, record_id, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (staff_id, key) DO UPDATE SET body_sha256 = excluded.body_sha256, status = excluded.status,
    noun = excluded.noun, record_id = excluded.record_id, at = excluded.at
  WHERE idempotency_keys.at < $8
  RETURNING 1`,
)

/**
 * Runs a write once for its Idempotency-Key: the key is stored in the transaction of the write, so a retry finds
 * either both or neither. Two at once wait for each other at the key's row. Never the answer is kept, only where it is.
 * @returns the id of the record, and whether this was a replay
 * @throws IDEMPOTENCY_KEY_REUSED if the key was used for another request
 */
export async function once(
  db: Db,
  by: Staff,
  now: Date,
  request: Request,
  run: (tx: Tx) => Promise<object | undefined>,
): Promise<{ id: string; replayed: boolean }> {
  const { key, status, noun, id, path } = request
  const bodySha256 = createHash('sha256').update(`${path}\n${request.body}`).digest()
  return inTransaction(db, async (tx) => {
    const forgotten = new Date(now.getTime() - kept)
    const [mine] = await takeKey(tx, [by.id, key, bodySha256, status, noun, id, now, forgotten])
    if (mine) {
      await run(tx)
      return { id, replayed: false }
    }

    const [first] = await tx
      .select()
      .from(idempotencyKeys)
      .where(and(eq(idempotencyKeys.staffId, by.id), eq(idempotencyKeys.key, key)))
    if (!first?.recordId || !first.bodySha256.equals(bodySha256)) throw new Refused('IDEMPOTENCY_KEY_REUSED')
    return { id: first.recordId, replayed: true }
  })
}

/** A transaction that is tried up to three times when the database asks for it (deadlock, serialization). */
export async function inTransaction<T>(db: Db, run: (tx: Tx) => Promise<T>, attempt = 1): Promise<T> {
  try {
    return await db.transaction(run)
  } catch (error) {
    if (attempt < 3 && isTransient(error)) return inTransaction(db, run, attempt + 1)
    throw error
  }
}

/** Forgets the keys of yesterday. */
export async function sweepKeys(db: Db, now: Date): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.at, new Date(now.getTime() - kept)))
}
