import { eq, sql } from 'drizzle-orm'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { batches } from '../database/schema/batches.ts'
import { Refused } from '../errors.ts'
import { refuseStale } from '../refuseStale.ts'
import type { Situation } from './nextActs.ts'

/**
 * The batch, held until the transaction ends: its next chunk waits for whoever approves or stops it, and the reverse.
 * @throws NOT_FOUND; VERSION_CONFLICT if somebody moved it since `version` was read
 */
export async function lockBatch(tx: Tx, by: Staff, id: string, version: number): Promise<Situation> {
  const [batch] = await tx.select().from(batches).where(eq(batches.id, id)).for('update')
  if (!batch) throw new Refused('NOT_FOUND')
  await refuseStale(tx, 'batches', id, version, batch)
  const [reversal] = await tx.select({ id: batches.id }).from(batches).where(reversalOf(id))
  return { batch, reversedBy: reversal?.id ?? null, by }
}

/** A reversal that was stopped half-way does not keep the rest from being brought back. */
export const reversalOf = (id: string) => sql`${batches.reverses} = ${id} AND ${batches.state} <> 'stopped'`
