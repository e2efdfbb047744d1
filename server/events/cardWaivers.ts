import type { CardFound } from '../../contract/text.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { append } from './append.ts'

type Waivers = { by: Staff; now: Date; noun: string; id: string; waived: readonly CardFound[] }

/**
 * Records that somebody stated of numbers that look like card numbers that they are none, such as a tracking number
 * (domain.md T23): in which fields, and the last four digits of each.
 * @throws AUDIT_UNAVAILABLE if it cannot be written; the text is then not kept
 */
export async function recordCardWaivers(tx: Tx, { by, now, noun, id, waived }: Waivers): Promise<void> {
  await append(tx, {
    by,
    now,
    act: 'waiveCardGuard',
    noun,
    id,
    customerId: noun === 'customers' ? id : null,
    fields: waived.map(({ field }) => field),
    details: Object.fromEntries(waived.map(({ field, last4 }) => [field, last4])),
  })
}
