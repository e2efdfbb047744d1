import { v7 } from 'uuid'
import type { DeactivatePurchase } from '../../contract/purchases.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { Refused } from '../errors.ts'
import { writingWithEvent } from '../events/append.ts'
import { ineligibility } from './eligibility.ts'
import { lockWithFacts } from './lockWithFacts.ts'

const putAway = writingWithEvent(
  'deactivate',
  `put_away AS (
    UPDATE purchases SET activation = 'deactivated', deactivated_at = $4, deactivated_by = $5,
      deactivation_reason = $6, deactivation_note = $7, activity_facts = $8::jsonb, version = version + 1, updated_at = $4
    WHERE id = $3
  ), noted AS (
    INSERT INTO purchase_activations (id, purchase_id, activation, reason, note, activity_facts, by, at)
    VALUES ($9, $3, 'deactivated', $6, $7, $8::jsonb, $5, $4)
  )`,
)

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
  const event = { by, now, act: 'deactivate', noun: 'purchases', id, customerId: purchase.customerId, reason }
  await putAway(tx, event, [id, now, by.id, reason, note, JSON.stringify(facts), v7()])
}
