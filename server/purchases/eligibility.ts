import { and, eq, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import {
  type ActivityFacts,
  type DeactivatePurchase,
  finalOrderStatuses,
  type Ineligibility,
} from '../../contract/purchases.ts'
import { customers } from '../database/schema/customers.ts'
import { purchases } from '../database/schema/purchases.ts'
import { sayDate } from '../sayDates.ts'
import { settingText } from '../shopSettings/readSetting.ts'

const day = 24 * 60 * 60_000

type Ordered = Pick<typeof purchases.$inferSelect, 'orderStatus' | 'openMatter' | 'finalAt' | 'placedAt'>

type Activity = Pick<typeof customers.$inferSelect, 'lastLoginAt' | 'lastOrderAt' | 'lastActivityAt'>

/** The inputs of the activity rule as they are at `now`, the days that the shop asks for included; whole days since anything happened. */
export function factsOf(
  now: Date,
  purchase: Ordered,
  customer: Activity,
  requiredInactiveDays: number,
): ActivityFacts {
  const active = [customer.lastActivityAt, purchase.finalAt ?? purchase.placedAt].filter(
    (at) => at instanceof Date,
  )
  const latest = Math.max(...active.map((at) => at.getTime()))
  return {
    orderStatus: purchase.orderStatus,
    openMatter: purchase.openMatter,
    finalAt: purchase.finalAt?.toISOString() ?? null,
    lastLoginAt: customer.lastLoginAt?.toISOString() ?? null,
    lastOrderAt: customer.lastOrderAt?.toISOString() ?? null,
    lastActivityAt: new Date(latest).toISOString(),
    inactiveDays: Math.floor((now.getTime() - latest) / day),
    requiredInactiveDays,
  }
}

/**
 * The activity rule for one reason: why a purchase with these facts cannot be deactivated for it, as a sentence and as
 * a code, or null. The act on one purchase and the batch on thousands ask it alike.
 */
export function ineligibility(
  facts: ActivityFacts,
  reason: DeactivatePurchase['reason'],
): { code: Ineligibility; why: string } | null {
  const why = refusalToDeactivate(facts)
  if (why) return { code: inTheWay(facts), why }
  const active = reason === 'inactive_account' ? refusalAsInactive(facts) : null
  return active ? { code: 'account_active', why: active } : null
}

function inTheWay({ orderStatus, openMatter }: ActivityFacts): Ineligibility {
  if (orderStatus === 'pending' || orderStatus === 'blocked_missing_info') return 'order_waiting'
  if (orderStatus === 'processing' || orderStatus === 'shipped') return 'order_under_way'
  return openMatter === 'return' ? 'return_open' : 'dispute_open'
}

/** Why a purchase in this state cannot be deactivated at all, or null: only a final order without an open matter can. */
export function refusalToDeactivate({ orderStatus, openMatter }: ActivityFacts): string | null {
  const underWay: Partial<Record<ActivityFacts['orderStatus'], string>> = {
    pending: 'The order is still pending.',
    blocked_missing_info: 'The order is waiting for missing information.',
    processing: 'The order is still being processed.',
    shipped: 'The order is still in transit.',
  }
  const why = underWay[orderStatus]
  if (why) return `${why} It can be deactivated once it is delivered, cancelled or refunded.`
  if (openMatter === 'return')
    return 'A return is open on this purchase. It can be deactivated once the return is settled.'
  if (openMatter === 'dispute')
    return 'A dispute is open on this purchase. It can be deactivated once the dispute is settled.'
  return null
}

/** Why the reason "inactive account" does not apply, or null ("… depending on the specific client's account activity"). */
export function refusalAsInactive(facts: ActivityFacts): string | null {
  const { inactiveDays, requiredInactiveDays, lastActivityAt } = facts
  if (inactiveDays !== null && inactiveDays >= requiredInactiveDays) return null
  const last = lastActivityAt === null ? 'a day unknown' : sayDate(new Date(lastActivityAt))
  return `The account was last active on ${last}; it counts as inactive after ${requiredInactiveDays} days.`
}

/** The purchases that the rule suggests when nothing happened since `instant`, still to be narrowed to active ones. */
export function inactiveSince(instant: Date | SQL): SQL {
  const quiet = sql`EXISTS (SELECT FROM ${customers} WHERE ${customers.id} = ${purchases.customerId} AND (${lte(customers.lastActivityAt, instant)} OR ${isNull(customers.lastActivityAt)}))`
  const settled = and(
    inArray(purchases.orderStatus, [...finalOrderStatuses]),
    eq(purchases.openMatter, 'none'),
    or(lte(purchases.finalAt, instant), and(isNull(purchases.finalAt), lte(purchases.placedAt, instant))),
  )
  return and(settled, quiet) ?? quiet
}

/** The purchases that the rule suggests at `now`, after as many quiet days as the shop's setting says. */
export function suggestedAt(now: Date): SQL {
  const days = sql`((${settingText('deactivation')})::json->>'inactiveDays')::int`
  return inactiveSince(sql`${now.toISOString()}::timestamptz - make_interval(days => ${days})`)
}
