import type { Tx } from '../database/connect.ts'
import type { purchases } from '../database/schema/purchases.ts'
import { statementWithin } from '../database/statement.ts'
import { Refused } from '../errors.ts'
import { refuseStale } from '../refuseStale.ts'
import { parseSetting } from '../shopSettings/parseSetting.ts'
import { settingSql } from '../shopSettings/readSetting.ts'
import { factsOf } from './eligibility.ts'

type Ordered = Pick<
  typeof purchases.$inferSelect,
  'activation' | 'orderStatus' | 'openMatter' | 'customerId' | 'version'
>
type Found = Ordered & {
  placedAt: string
  finalAt: string | null
  updatedAt: string
  lastLoginAt: string | null
  lastOrderAt: string | null
  lastActivityAt: string | null
  deactivation: string
}

const lock = statementWithin<Found>(
  'lock purchase with facts',
  `SELECT p.activation, p.order_status AS "orderStatus", p.open_matter AS "openMatter", p.customer_id AS "customerId", p.version,
    p.placed_at AS "placedAt", p.final_at AS "finalAt", p.updated_at AS "updatedAt", c.last_login_at AS "lastLoginAt",
    c.last_order_at AS "lastOrderAt", c.last_activity_at AS "lastActivityAt", ${settingSql('deactivation')} AS deactivation
  FROM purchases p JOIN customers c ON c.id = p.customer_id WHERE p.id = $1 FOR UPDATE OF p`,
)

/**
 * The purchase, held until the transaction ends, with what the activity rule goes by, in one round trip.
 * @throws NOT_FOUND; VERSION_CONFLICT if it moved since `version` was read
 */
export async function lockWithFacts(tx: Tx, now: Date, id: string, version: number) {
  const [purchase] = await lock(tx, [id])
  if (!purchase) throw new Refused('NOT_FOUND')
  await refuseStale(tx, 'purchases', id, version, {
    version: purchase.version,
    updatedAt: new Date(purchase.updatedAt),
  })
  const date = (at: string | null) => (at === null ? null : new Date(at))
  const facts = factsOf(
    now,
    { ...purchase, placedAt: new Date(purchase.placedAt), finalAt: date(purchase.finalAt) },
    {
      lastLoginAt: date(purchase.lastLoginAt),
      lastOrderAt: date(purchase.lastOrderAt),
      lastActivityAt: date(purchase.lastActivityAt),
    },
    parseSetting('deactivation', purchase.deactivation).inactiveDays,
  )
  return { purchase, facts }
}
