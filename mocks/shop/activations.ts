import { deactivationReasons } from '../../contract/purchases.ts'
import type { purchaseActivations } from '../../server/database/schema/purchases.ts'
import type { Entry } from '../../server/events/entry.ts'
import type { buildPurchase } from '../builders.ts'
import { newId } from '../newId.ts'
import type { Random } from '../random.ts'
import { actingAs } from './actingAs.ts'
import type { Colleagues } from './colleagues.ts'
import type { Customer } from './customers.ts'

const otherReasons = deactivationReasons.filter((reason) => reason !== 'inactive_account')
const day = 24 * 60 * 60_000
type Purchase = ReturnType<typeof buildPurchase>

/** The front desk has put away some of the old purchases; marks them, each with its reason and the facts of that day. */
export function deactivateSome(
  rand: Random,
  now: Date,
  colleagues: Colleagues,
  people: readonly Customer[],
  bought: readonly Purchase[],
  requiredInactiveDays: number,
) {
  const customerOf = new Map(people.map((customer) => [customer.id, customer]))
  const by = actingAs(colleagues, 'service', 'past-deactivations')
  const isOld = ({ finalAt, openMatter }: Purchase) =>
    finalAt instanceof Date && openMatter === 'none' && now.getTime() - finalAt.getTime() > 400 * day
  const history: (typeof purchaseActivations.$inferInsert)[] = []
  const entries: Entry[] = []
  for (const purchase of bought) {
    if (!isOld(purchase) || !rand.chance(0.12)) continue
    const { id, customerId } = purchase
    const at = new Date(now.getTime() - rand.int(1, 150) * day)
    const activityFacts = factsOn(at, purchase, customerOf.get(customerId), requiredInactiveDays)
    const isInactive = (activityFacts.inactiveDays ?? 0) >= requiredInactiveDays
    const reason = isInactive ? 'inactive_account' : rand.pick(otherReasons)
    const note = reason === 'other' ? 'Ordered by us for the photographs of the catalogue.' : null
    Object.assign(purchase, {
      activation: 'deactivated',
      deactivatedAt: at,
      deactivatedBy: by.id,
      deactivationReason: reason,
      deactivationNote: note,
      activityFacts,
      version: 2,
      updatedAt: at,
    } satisfies Partial<Purchase>)
    history.push({
      id: newId(),
      purchaseId: id,
      activation: 'deactivated',
      activityFacts,
      reason,
      note,
      by: by.id,
      at,
    })
    entries.push({ by, now: at, act: 'deactivate', noun: 'purchases', id, customerId, reason })
  }
  return { history, entries }
}

function factsOn(
  at: Date,
  { orderStatus, finalAt }: Purchase,
  customer: Customer | undefined,
  requiredInactiveDays: number,
) {
  const { lastLoginAt, lastOrderAt } = customer ?? {}
  const latest = Math.max(...[lastLoginAt, lastOrderAt, finalAt].map((instant) => instant?.getTime() ?? 0))
  return {
    orderStatus,
    openMatter: 'none' as const,
    finalAt: finalAt?.toISOString() ?? null,
    lastLoginAt: lastLoginAt?.toISOString() ?? null,
    lastOrderAt: lastOrderAt?.toISOString() ?? null,
    lastActivityAt: new Date(latest).toISOString(),
    inactiveDays: Math.floor((at.getTime() - latest) / day),
    requiredInactiveDays,
  }
}
