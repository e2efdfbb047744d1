import { asc, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'
import type { Missing } from '../../contract/readiness.ts'
import type { Requirements } from '../../contract/settings.ts'
import type { Actor } from '../caller.ts'
import { missingForOrder } from '../customers/missingInfo.ts'
import type { Tx } from '../database/connect.ts'
import { customers } from '../database/schema/customers.ts'
import { purchaseOrderStates, purchases } from '../database/schema/purchases.ts'
import type { Entry } from '../events/entry.ts'
import { readSetting } from '../shopSettings/readSetting.ts'
import { addressesFor, selectOpen } from './openOrders.ts'

type Open = Awaited<ReturnType<typeof selectOpen>>[number]
type Move = { order: Open; missing: Missing[] }

/**
 * Holds back the pending orders of these customers that lack required information, and lets those go on by themselves
 * that lack nothing any more ("may mean that we cannot process your order"). What staff hold back stays held back.
 * Orders that somebody else has in hand are left to the next round. The system does it, within the request that gave
 * the cause; its events are still to be appended.
 */
export async function recheckOrders(
  tx: Tx,
  by: Actor,
  now: Date,
  customerIds: readonly string[],
): Promise<Entry[]> {
  if (customerIds.length === 0) return []
  const open = await selectOpen(tx, among(purchases.customerId, customerIds))
  if (open.length === 0) return []
  const matrix = await readSetting(tx, 'requirements')
  const found = misplaced(matrix, open)
  if (found.length === 0) return []

  // Whoever locks a purchase and its customer locks the customer first.
  const concerned = [...new Set(found.map(({ order }) => order.customerId))]
  await tx
    .select({ id: customers.id })
    .from(customers)
    .where(among(customers.id, concerned))
    .orderBy(asc(customers.id))
    .for('share')
  const ids = found.map(({ order }) => order.id)
  const moves = misplaced(
    matrix,
    await selectOpen(tx, among(purchases.id, ids)).for('update', { of: purchases, skipLocked: true }),
  )
  await write(tx, now, matrix, moves)
  const system: Actor = { ...by, kind: 'system', id: null, name: 'Steward', role: null, session: null }
  return moves.map(({ order, missing }) => ({
    by: system,
    now,
    act: missing.length > 0 ? 'block' : 'unblock',
    noun: 'purchases',
    id: order.id,
    customerId: order.customerId,
    reason: missing.length > 0 ? 'missing_info' : 'info_complete',
    fields: ['orderStatus'],
    ...(missing.length > 0 ? { details: { missing: missing.map(({ field }) => field).join('+') } } : {}),
  }))
}

/** The orders whose state is not what their information makes it, with what each lacks. */
export function misplaced(matrix: Requirements, orders: readonly Open[]): Move[] {
  return orders
    .filter(({ blockReason, orderStatus }) => orderStatus === 'pending' || blockReason === null)
    .map((order) => ({ order, missing: missingForOrder(matrix, order) }))
    .filter(({ order, missing }) => (order.orderStatus === 'pending') === missing.length > 0)
}

async function write(tx: Tx, now: Date, matrix: Requirements, moves: readonly Move[]) {
  const blocked = moves.filter(({ missing }) => missing.length > 0)
  const released = moves.filter(({ missing }) => missing.length === 0)
  const moved = { blockReason: null, version: sql`${purchases.version} + 1`, updatedAt: now }
  if (blocked.length > 0) {
    await tx
      .update(purchases)
      .set({ ...moved, orderStatus: 'blocked_missing_info' })
      .where(among(purchases.id, idsOf(blocked)))
  }
  if (released.length > 0) {
    await tx
      .update(purchases)
      .set({ ...moved, ...addressesFor(matrix), orderStatus: 'pending' })
      .where(among(purchases.id, idsOf(released)))
  }
  if (moves.length === 0) return
  await tx.insert(purchaseOrderStates).values(
    moves.map(({ order, missing }) => ({
      id: v7(),
      purchaseId: order.id,
      orderStatus: missing.length > 0 ? ('blocked_missing_info' as const) : ('pending' as const),
      missing: missing.map(({ field }) => field),
      at: now,
    })),
  )
}

function idsOf(moves: readonly Move[]): string[] {
  return moves.map(({ order }) => order.id)
}

function among(column: PgColumn, ids: readonly string[]): SQL {
  return sql`${column} = ANY(${sql.param(ids)}::uuid[])`
}
