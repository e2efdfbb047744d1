import canonicalize from 'canonicalize'
import { and, eq } from 'drizzle-orm'
import type { CardFound } from '../../contract/text.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { events } from '../database/schema/events.ts'
import { append } from './append.ts'
import type { Details } from './entry.ts'

type Waivers = { by: Staff; now: Date; noun: string; id: string; waived: readonly CardFound[] }

/**
 * Records that somebody stated of numbers that look like card numbers that they are none, such as a tracking number
 *: in which fields, and the last four digits of each. A draft that saves itself says the same again and
 * again: what was stated in the same session of the same record stands already.
 * @throws AUDIT_UNAVAILABLE if it cannot be written; the text is then not kept
 */
export async function recordCardWaivers(tx: Tx, { by, now, noun, id, waived }: Waivers): Promise<void> {
  const act = 'waiveCardGuard'
  const details = Object.fromEntries(waived.map(({ field, last4 }) => [field, last4]))
  if (await isStated(tx, { act, noun, id, session: by.session, details })) return
  await append(tx, {
    by,
    now,
    act,
    noun,
    id,
    customerId: noun === 'customers' ? id : null,
    fields: waived.map(({ field }) => field),
    details,
  })
}

type Statement = { act: string; noun: string; id: string; session: string; details: Details }

async function isStated(tx: Tx, { act, noun, id, session, details }: Statement): Promise<boolean> {
  const stated = await tx
    .select({ body: events.body })
    .from(events)
    .where(
      and(eq(events.noun, noun), eq(events.recordId, id), eq(events.act, act), eq(events.sessionId, session)),
    )
  // The body of an event is in canonical form, so the same details are the same text.
  const said = `"details":${canonicalize(details)},`
  return stated.some(({ body }) => body.includes(said))
}
