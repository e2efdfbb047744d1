import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { DeactivatePurchase } from '../../contract/purchases.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { purchaseActivations, purchases } from '../database/schema.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import { activityFacts, ineligibility } from './eligibility.ts'
import { lockPurchase } from './lockPurchase.ts'

/**
 * Takes a past purchase out of use; it is never deleted ("Past purchases cannot be deleted but will be deactivated
 * by the company depending on the specific client's account activity").
 * @throws NOT_FOUND; VERSION_CONFLICT if the purchase moved since `input.version` was read
 * @throws INVALID_TRANSITION if it is deactivated already
 * @throws NOT_ELIGIBLE while the order is under way or a matter is open, or if the account is not inactive as claimed
 */
export async function deactivate(tx: Tx, by: Staff, now: Date, id: string, input: DeactivatePurchase) {
  const purchase = await lockPurchase(tx, id, input.version)
  if (purchase.activation === 'deactivated') {
    throw new Refused('INVALID_TRANSITION', {
      values: { why: 'This purchase is deactivated already. You can reactivate it.' },
    })
  }
  const facts = await activityFacts(tx, now, purchase)
  const refusal = ineligibility(facts, input.reason)
  if (refusal) throw new Refused('NOT_ELIGIBLE', { values: { why: refusal.why }, details: { facts } })

  const { reason, note = null } = input
  await tx
    .update(purchases)
    .set({
      activation: 'deactivated',
      deactivatedAt: now,
      deactivatedBy: by.id,
      deactivationReason: reason,
      deactivationNote: note,
      activityFacts: facts,
      version: purchase.version + 1,
      updatedAt: now,
    })
    .where(eq(purchases.id, id))
  await tx.insert(purchaseActivations).values({
    id: v7(),
    purchaseId: id,
    activation: 'deactivated',
    reason,
    note,
    activityFacts: facts,
    by: by.id,
    at: now,
  })
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
