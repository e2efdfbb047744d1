import { eq } from 'drizzle-orm'
import type { Tx } from '../database/connect.ts'
import { deviations } from '../database/schema/deviations.ts'
import { Refused } from '../errors.ts'

/**
 * The deviation, held until the transaction ends.
 * @throws NOT_FOUND
 */
export async function lockDeviation(tx: Tx, id: string) {
  const [deviation] = await tx.select().from(deviations).where(eq(deviations.id, id)).for('update')
  if (!deviation) throw new Refused('NOT_FOUND')
  return deviation
}

/**
 * As `lockDeviation`, of one that nobody outside has seen yet. A posted one is refused before its version is looked
 * at, since no version of it could be written.
 * @throws NOT_FOUND; DEVIATION_IMMUTABLE once it is posted; INVALID_TRANSITION once it is discarded
 */
export async function lockDraft(tx: Tx, id: string) {
  const deviation = await lockDeviation(tx, id)
  if (deviation.postedAt !== null) throw new Refused('DEVIATION_IMMUTABLE')
  if (deviation.state === 'discarded') {
    throw new Refused('INVALID_TRANSITION', { values: { why: 'This draft was discarded. Start a new one.' } })
  }
  return deviation
}
