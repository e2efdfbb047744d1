import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { type ActivityFacts, deactivationReasons } from '../../contract/purchases.ts'
import type { Tx } from '../../server/database/connect.ts'
import { purchaseActivations, purchases } from '../../server/database/schema.ts'
import { appendAll } from '../../server/events/append.ts'
import { requiredInactiveDays } from '../../server/purchases/eligibility.ts'
import type { buildPurchase } from '../builders.ts'
import type { Random } from '../random.ts'
import { actingAs } from './actingAs.ts'
import type { Colleagues } from './colleagues.ts'
import type { Customer } from './customers.ts'

const otherReasons = deactivationReasons.filter((reason) => reason !== 'inactive_account')
const day = 24 * 60 * 60_000

/** The front desk has put away some of the old purchases, each with its reason and the facts of that day. */
export async function deactivateSome(
  tx: Tx,
  rand: Random,
  now: Date,
  colleagues: Colleagues,
  people: readonly Customer[],
  bought: readonly ReturnType<typeof buildPurchase>[],
) {
  const customerOf = new Map(people.map((customer) => [customer.id, customer]))
  const by = actingAs(colleagues, 'service', 'past-deactivations')
  const old = bought.filter(
    ({ finalAt, openMatter }) =>
      finalAt instanceof Date && openMatter === 'none' && now.getTime() - finalAt.getTime() > 400 * day,
  )
  const chosen = old.filter(() => rand.chance(0.12)).slice(0, 400)
  const entries = []
  for (const { id, customerId, orderStatus, finalAt } of chosen) {
    const customer = customerOf.get(customerId)
    const at = new Date(now.getTime() - rand.int(1, 150) * day)
    const latest = Math.max(
      customer?.lastLoginAt?.getTime() ?? 0,
      customer?.lastOrderAt?.getTime() ?? 0,
      finalAt?.getTime() ?? 0,
    )
    const inactiveDays = Math.floor((at.getTime() - latest) / day)
    const reason = inactiveDays >= requiredInactiveDays ? 'inactive_account' : rand.pick(otherReasons)
    const note = reason === 'other' ? 'Ordered by us for the photographs of the catalogue.' : null
    const activityFacts: ActivityFacts = {
      orderStatus,
      openMatter: 'none',
      finalAt: finalAt?.toISOString() ?? null,
      lastLoginAt: customer?.lastLoginAt?.toISOString() ?? null,
      lastOrderAt: customer?.lastOrderAt?.toISOString() ?? null,
      lastActivityAt: new Date(latest).toISOString(),
      inactiveDays,
      requiredInactiveDays,
    }
    const facts = { activityFacts, activation: 'deactivated' as const }
    await tx
      .update(purchases)
      .set({
        ...facts,
        deactivatedAt: at,
        deactivatedBy: by.id,
        deactivationReason: reason,
        deactivationNote: note,
        version: 2,
        updatedAt: at,
      })
      .where(eq(purchases.id, id))
    await tx
      .insert(purchaseActivations)
      .values({ id: v7(), purchaseId: id, ...facts, reason, note, by: by.id, at })
    entries.push({ by, now: at, act: 'deactivate', noun: 'purchases', id, customerId, reason })
  }
  await appendAll(tx, entries)
}
