import { asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { AddressSnapshot } from '../../contract/addresses.ts'
import { deactivationReasons, type Purchase, type PurchaseRow } from '../../contract/purchases.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import {
  purchaseActivations,
  purchaseItems,
  purchaseOrderStates,
  purchases,
  staff,
} from '../database/schema.ts'
import { mask } from '../mask.ts'
import { activityFacts, refusalAsInactive, refusalToDeactivate } from './eligibility.ts'
import { missingOf } from './openOrders.ts'
import { orderActs } from './orderActs.ts'
import { readOrderHistory } from './readOrderHistory.ts'

const rowColumns = {
  id: purchases.id,
  reference: purchases.reference,
  number: purchases.number,
  customerId: purchases.customerId,
  orderStatus: purchases.orderStatus,
  activation: purchases.activation,
  openMatter: purchases.openMatter,
  placedAt: purchases.placedAt,
  finalAt: purchases.finalAt,
  currency: purchases.currency,
  gross: purchases.gross,
  deactivatedAt: purchases.deactivatedAt,
  deactivationReason: purchases.deactivationReason,
  version: purchases.version,
  createdAt: purchases.createdAt,
  updatedAt: purchases.updatedAt,
}
type Row = Pick<typeof purchases.$inferSelect, keyof typeof rowColumns>

export async function readRows(db: Db, _by: Staff, picked: SQL, order: SQL[]): Promise<PurchaseRow[]> {
  const rows = await db
    .select(rowColumns)
    .from(purchases)
    .where(picked)
    .orderBy(...order)
  return rows.map(asRow)
}

/** One purchase with its items, masked snapshots, what the activity rule says of it now, and its history. */
export async function readPurchase(db: Db, _by: Staff, now: Date, id: string): Promise<Purchase | null> {
  const [found] = await db
    .select({
      purchase: purchases,
      deactivatedBy: { id: staff.id, name: staff.name },
      wasMoved: sql<boolean>`EXISTS (SELECT FROM ${purchaseOrderStates} WHERE ${purchaseOrderStates.purchaseId} = ${purchases.id})`,
    })
    .from(purchases)
    .leftJoin(staff, eq(staff.id, purchases.deactivatedBy))
    .where(eq(purchases.id, id))
  if (!found) return null
  const { purchase, deactivatedBy, wasMoved } = found
  const isWaiting = ['pending', 'blocked_missing_info'].includes(purchase.orderStatus)
  const [items, history, facts, missing, orderHistory] = await Promise.all([
    readItems(db, id),
    readHistory(db, id),
    activityFacts(db, now, purchase),
    isWaiting ? missingOf(db, id) : [],
    wasMoved ? readOrderHistory(db, id) : [],
  ])
  const { externalId, source, net, tax, shipping, paymentMethodLabel, gatewayReference, deactivationNote } =
    purchase
  return {
    ...asRow(purchase),
    externalId,
    source,
    net,
    tax,
    shipping,
    items,
    billingSnapshot: maskedSnapshot(purchase.billingSnapshot),
    shippingSnapshot: maskedSnapshot(purchase.shippingSnapshot),
    paymentMethodLabel,
    gatewayReference,
    deactivatedBy,
    deactivationNote,
    activityFacts: purchase.activityFacts,
    eligibility: { facts, refusal: refusalToDeactivate(facts), inactiveRefusal: refusalAsInactive(facts) },
    missing,
    orderActs: orderActs(purchase, missing),
    orderHistory,
    history,
  }
}

function asRow(purchase: Row): PurchaseRow {
  const {
    id,
    reference,
    number,
    customerId,
    orderStatus,
    activation,
    openMatter,
    currency,
    gross,
    deactivationReason,
    version,
  } = purchase
  return {
    id,
    reference,
    number,
    customerId,
    orderStatus,
    activation,
    openMatter,
    placedAt: purchase.placedAt.toISOString(),
    finalAt: purchase.finalAt?.toISOString() ?? null,
    currency,
    gross,
    deactivatedAt: purchase.deactivatedAt?.toISOString() ?? null,
    deactivationReason,
    version,
    createdAt: purchase.createdAt.toISOString(),
    updatedAt: purchase.updatedAt.toISOString(),
  }
}

function readItems(db: Db, purchaseId: string) {
  const { id, sku, title, quantity, unitPrice, tax, lineTotal } = purchaseItems
  return db
    .select({ id, sku, title, quantity, unitPrice, tax, lineTotal })
    .from(purchaseItems)
    .where(eq(purchaseItems.purchaseId, purchaseId))
    .orderBy(asc(purchaseItems.position))
}

async function readHistory(db: Db, purchaseId: string): Promise<Purchase['history']> {
  const { id, activation, reason, note, at } = purchaseActivations
  const rows = await db
    .select({ id, activation, reason, note, at, by: { id: staff.id, name: staff.name } })
    .from(purchaseActivations)
    .innerJoin(staff, eq(staff.id, purchaseActivations.by))
    .where(eq(purchaseActivations.purchaseId, purchaseId))
    .orderBy(desc(at), desc(id))
  return rows.map((row) => ({
    ...row,
    reason: deactivationReasons.find((each) => each === row.reason) ?? null,
    at: row.at.toISOString(),
  }))
}

function maskedSnapshot(snapshot: AddressSnapshot | null): AddressSnapshot | null {
  if (!snapshot) return null
  return {
    ...snapshot,
    recipient: mask('recipient', snapshot.recipient),
    line1: mask('street', snapshot.line1),
    line2: mask('street', snapshot.line2),
  }
}
