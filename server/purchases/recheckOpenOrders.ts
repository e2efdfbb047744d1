import { randomUUID } from 'node:crypto'
import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Actor } from '../caller.ts'
import type { Db, Tx } from '../database/connect.ts'
import { purchases } from '../database/schema/purchases.ts'
import { appendAll } from '../events/append.ts'
import type { Entry } from '../events/entry.ts'
import { inTransaction } from '../once.ts'
import { readSetting } from '../shopSettings/readSetting.ts'
import { selectOpen } from './openOrders.ts'
import { misplaced, recheckOrders } from './recheckOrders.ts'

const looked = 1000
const customersAtOnce = 100

const isHeldBack = and(eq(purchases.orderStatus, 'blocked_missing_info'), isNull(purchases.blockReason))

/**
 * Looks through open orders, or only through those held back for missing information, and moves each that is not as
 * its information makes it: what a customer changed on the shop's own site reaches us without an act. A thousand are
 * looked at without a lock, and a hundred customers at most are held at once, so nobody waits for a million.
 * @returns how many orders moved
 */
export async function recheckOpenOrders(
  db: Db,
  now: Date,
  { heldBackOnly = false }: { heldBackOnly?: boolean } = {},
): Promise<number> {
  const matrix = await readSetting(db, 'requirements')
  let moved = 0
  let after: string | null = null
  do {
    const orders = await lookFrom(db, after, heldBackOnly)
    const concerned = [...new Set(misplaced(matrix, orders).map(({ order }) => order.customerId))]
    for (let from = 0; from < concerned.length; from += customersAtOnce) {
      moved += await recheckSome(db, now, concerned.slice(from, from + customersAtOnce))
    }
    after = orders.length < looked ? null : (orders.at(-1)?.id ?? null)
  } while (after !== null)
  return moved
}

/**
 * The first of it, in a transaction that gave the cause: at a small shop that is all of it, at a large one the rest
 * follows in the background. Its events are still to be appended.
 */
export async function recheckFirstOrders(tx: Tx, by: Actor, now: Date): Promise<Entry[]> {
  const matrix = await readSetting(tx, 'requirements')
  const found = misplaced(matrix, await lookFrom(tx, null, false))
  const concerned = new Set(found.map(({ order }) => order.customerId))
  return recheckOrders(tx, by, now, [...concerned].slice(0, customersAtOnce))
}

function lookFrom(db: Db | Tx, after: string | null, heldBackOnly: boolean) {
  const next = after === null ? undefined : gt(purchases.id, after)
  return selectOpen(db, and(heldBackOnly ? isHeldBack : undefined, next))
    .orderBy(asc(purchases.id))
    .limit(looked)
}

function recheckSome(db: Db, now: Date, customerIds: string[]): Promise<number> {
  const requestId = randomUUID()
  const by: Actor = { kind: 'system', id: null, name: 'Steward', role: null, session: null, requestId }
  return inTransaction(db, async (tx) => {
    const entries = await recheckOrders(tx, by, now, customerIds)
    await appendAll(tx, entries)
    return entries.length
  })
}
