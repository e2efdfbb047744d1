import { and, desc, isNotNull, ne } from 'drizzle-orm'
import { errorText } from '../../contract/errors.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { disclosures } from '../database/schema/disclosures.ts'
import { Refused } from '../errors.ts'
import type { DisclosureRecord } from './situation.ts'
import { visibleDisclosures } from './visibility.ts'

const words = (text: string | null) => (text ?? '').trim().replace(/\s+/g, ' ')

/**
 * A justification is written for its request: not word for word that of the one logged before it. Only requests that
 * `by` may see are compared, since the answer names one.
 * @throws JUSTIFICATION_REPEATED
 */
export async function refuseRepeatedJustification(
  tx: Tx,
  by: Staff,
  { id, justification }: DisclosureRecord,
) {
  const [previous] = await tx
    .select({ reference: disclosures.reference, justification: disclosures.justification })
    .from(disclosures)
    .where(and(ne(disclosures.id, id), isNotNull(disclosures.loggedAt), visibleDisclosures(by)))
    .orderBy(desc(disclosures.loggedAt), desc(disclosures.reference))
    .limit(1)
  if (!previous?.reference || words(previous.justification) !== words(justification)) return
  const values = { reference: previous.reference }
  throw new Refused('JUSTIFICATION_REPEATED', {
    values,
    errors: { justification: errorText('JUSTIFICATION_REPEATED', values) },
  })
}
