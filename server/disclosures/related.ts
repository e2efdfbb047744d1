import { and, eq } from 'drizzle-orm'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { disclosures } from '../database/schema/disclosures.ts'
import { Refused } from '../errors.ts'
import { visibleDisclosures } from './visibility.ts'

/**
 * A request is tied to another one that the person may see; one hidden from them answers as one that is not there.
 * @throws INVALID at `relatedRequestId`
 */
export async function refuseUnknownRelated(
  tx: Tx,
  by: Staff,
  id: string,
  relatedId: string | null | undefined,
) {
  if (!relatedId) return
  const [related] = await tx
    .select({ id: disclosures.id })
    .from(disclosures)
    .where(and(eq(disclosures.id, relatedId), visibleDisclosures(by)))
  if (related && related.id !== id) return
  throw new Refused('INVALID', { errors: { relatedRequestId: 'There is no such other request.' } })
}
