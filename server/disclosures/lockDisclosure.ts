import { and, eq } from 'drizzle-orm'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { disclosures } from '../database/schema/disclosures.ts'
import { Refused } from '../errors.ts'
import { refuseStale } from '../refuseStale.ts'
import { type Situation, situationOf } from './situation.ts'
import { visibleDisclosures } from './visibility.ts'

/**
 * The request with all that the rules look at, held until the transaction ends, so that of two at once the second
 * sees what the first did.
 * @throws NOT_FOUND, also where it is restricted to others; VERSION_CONFLICT if it moved since `version` was read
 */
export async function lockDisclosure(
  tx: Tx,
  by: Staff,
  now: Date,
  id: string,
  version: number,
): Promise<Situation> {
  const [disclosure] = await tx
    .select()
    .from(disclosures)
    .where(and(eq(disclosures.id, id), visibleDisclosures(by)))
    .for('update')
  if (!disclosure) throw new Refused('NOT_FOUND')
  await refuseStale(tx, 'disclosures', id, version, disclosure)
  return situationOf(tx, by, now, disclosure)
}
