import type { BatchAction, BatchOutcome } from '../../contract/batches.ts'
import type { ActivityFacts, DeactivationReason, Ineligibility } from '../../contract/purchases.ts'
import { factsOf, ineligibility } from '../purchases/eligibility.ts'
import type { SeenPurchase } from './seePurchases.ts'

/** What is to be done to every item alike. `requiredInactiveDays` is the shop's setting. */
export type Task = {
  action: BatchAction
  reason: DeactivationReason | null
  now: Date
  requiredInactiveDays: number
}
export type Result = { outcome: BatchOutcome; code: Ineligibility | null; facts: ActivityFacts | null }

/**
 * What a batch does to one purchase, by the same rule as the act on a single one; `facts` are what justifies it.
 * `seenVersion` is the version that the dry run saw: whatever moved since is left alone.
 */
export function outcomeOf(
  task: Task,
  purchase: SeenPurchase | undefined,
  seenVersion?: number | null,
): Result {
  const left = (outcome: BatchOutcome): Result => ({ outcome, code: null, facts: null })
  if (!purchase) return left('not_found')
  if (seenVersion !== undefined && seenVersion !== purchase.version) return left('changed_meanwhile')
  if (task.action === 'reactivate') {
    return left(purchase.activation === 'active' ? 'already_active' : 'reactivated')
  }
  if (purchase.activation === 'deactivated') return left('already_deactivated')
  if (!task.reason) throw new RangeError('nothing is deactivated without a reason')
  const facts = factsOf(task.now, purchase, purchase, task.requiredInactiveDays)
  const refusal = ineligibility(facts, task.reason)
  return refusal
    ? { outcome: 'not_eligible', code: refusal.code, facts: null }
    : { outcome: 'deactivated', code: null, facts }
}
