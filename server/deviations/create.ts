import { eq } from 'drizzle-orm'
import type { CreateDeviation } from '../../contract/deviations.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { deviations } from '../database/schema/deviations.ts'
import { policies } from '../database/schema/policies.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import { refuseOddDates } from './dates.ts'

/**
 * Drafts a deviation from a policy; the public sees nothing of it.
 * @throws INVALID if there is no such policy, or if its dates do not go together
 */
export async function createDeviation(tx: Tx, by: Staff, now: Date, id: string, input: CreateDeviation) {
  const { policyId, kind, text, appliesTo, reviewOn = null } = input
  const [policy] = await tx.select({ id: policies.id }).from(policies).where(eq(policies.id, policyId))
  if (!policy) throw new Refused('INVALID', { errors: { policyId: 'There is no such policy.' } })
  const dates = { startsAt: asDate(input.startsAt), endsAt: asDate(input.endsAt), reviewOn }
  refuseOddDates(dates)
  await tx.insert(deviations).values({
    id,
    policyId,
    kind,
    text,
    appliesTo,
    ...dates,
    createdBy: by.id,
    createdAt: now,
    updatedAt: now,
  })
  await append(tx, { by, now, act: 'create', noun: 'deviations', id, details: { policyId, kind } })
}

/** An instant as the contract has it, as the database takes it. */
export function asDate(instant: string | null | undefined): Date | null {
  return instant ? new Date(instant) : null
}
