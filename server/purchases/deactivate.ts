import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { DeactivatePurchase } from '../../contract/purchases.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import { ineligibility } from './eligibility.ts'
import { lockWithFacts } from './lockWithFacts.ts'

/**
 * Takes a past purchase out of use; it is never deleted ("Past purchases cannot be deleted but will be deactivated
 * by the company depending on the specific client's account activity").
 * @throws NOT_FOUND; VERSION_CONFLICT if the purchase moved since `input.version` was read
 * @throws INVALID_TRANSITION if it is deactivated already
 * @throws NOT_ELIGIBLE while the order is under way or a matter is open, or if the account is not inactive as claimed
 */
export async function deactivate(tx: Tx, by: Staff, now: Date, id: string, input: DeactivatePurchase) {
  const { purchase, facts } = await lockWithFacts(tx, now, id, input.version)
  if (purchase.activation === 'deactivated') {
    throw new Refused('INVALID_TRANSITION', {
      values: { why: 'This purchase is deactivated already. You can reactivate it.' },
    })
  }
  const refusal = ineligibility(facts, input.reason)
  if (refusal) throw new Refused('NOT_ELIGIBLE', { values: { why: refusal.why }, details: { facts } })

  const { reason, note = null } = input
  const at = now.toISOString()
  const frozen = JSON.stringify(facts)
  await tx.execute(sql`
    WITH put_away AS (
      UPDATE purchases SET activation = 'deactivated', deactivated_at = ${at}, deactivated_by = ${by.id},
        deactivation_reason = ${reason}, deactivation_note = ${note}, activity_facts = ${frozen}::jsonb,
        version = version + 1, updated_at = ${at}
      WHERE id = ${id}
    )
    INSERT INTO purchase_activations (id, purchase_id, activation, reason, note, activity_facts, by, at)
    VALUES (${v7()}, ${id}, 'deactivated', ${reason}, ${note}, ${frozen}::jsonb, ${by.id}, ${at})`)
  await append(tx, {
    by,
    now,
    act: 'deactivate',
    noun: 'purchases',
    id,
    customerId: purchase.customerId,
    reason,
  })
}
