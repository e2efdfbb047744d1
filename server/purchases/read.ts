import { aliasedTable, type SQL, sql } from 'drizzle-orm'
import type { AddressSnapshot } from '../../contract/addresses.ts'
import { deactivationReasons, type Purchase, type PurchaseRow } from '../../contract/purchases.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { customers } from '../database/schema/customers.ts'
import {
  purchaseActivations,
  purchaseItems,
  purchaseOrderStates,
  purchases,
} from '../database/schema/purchases.ts'
import { staff } from '../database/schema/staff.ts'
import { type RowOf, selection, selectionById } from '../database/statement.ts'
import { mask } from '../mask.ts'
import { parseSetting } from '../shopSettings/parseSetting.ts'
import { settingText } from '../shopSettings/readSetting.ts'
import { factsOf, refusalAsInactive, refusalToDeactivate } from './eligibility.ts'
import { readMissing } from './openOrders.ts'
import { orderActs } from './orderActs.ts'
import { readOrderHistory } from './readOrderHistory.ts'

const columns = {
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
const selectRow = selection(columns, sql`${purchases}`)

type Items = Purchase['items']
const items = sql<Items>`(SELECT coalesce(json_agg(json_build_object('id', ${purchaseItems.id}, 'sku', ${purchaseItems.sku},
    'title', ${purchaseItems.title}, 'quantity', ${purchaseItems.quantity}, 'unitPrice', ${purchaseItems.unitPrice},
    'tax', ${purchaseItems.tax}, 'lineTotal', ${purchaseItems.lineTotal}) ORDER BY ${purchaseItems.position}), '[]')
  FROM ${purchaseItems} WHERE ${purchaseItems.purchaseId} = ${purchases.id})`

type History = (Omit<Purchase['history'][number], 'reason'> & { reason: string | null })[]
const worker = aliasedTable(staff, 'worker')
const history = sql<History>`(SELECT coalesce(json_agg(json_build_object('id', ${purchaseActivations.id},
    'activation', ${purchaseActivations.activation}, 'reason', ${purchaseActivations.reason}, 'note', ${purchaseActivations.note},
    'activityFacts', ${purchaseActivations.activityFacts},
    'at', ${purchaseActivations.at}, 'by', json_build_object('id', ${worker.id}, 'name', ${worker.name}))
    ORDER BY ${purchaseActivations.at} DESC, ${purchaseActivations.id} DESC), '[]')
  FROM ${purchaseActivations} JOIN ${staff} AS worker ON ${worker.id} = ${purchaseActivations.by}
  WHERE ${purchaseActivations.purchaseId} = ${purchases.id})`

const selectOne = selectionById(
  {
    ...columns,
    externalId: purchases.externalId,
    source: purchases.source,
    net: purchases.net,
    tax: purchases.tax,
    shipping: purchases.shipping,
    items,
    billingSnapshot: purchases.billingSnapshot,
    shippingSnapshot: purchases.shippingSnapshot,
    paymentMethodLabel: purchases.paymentMethodLabel,
    gatewayReference: purchases.gatewayReference,
    deactivatedBy: sql<Purchase['deactivatedBy']>`CASE WHEN ${staff.id} IS NOT NULL
      THEN json_build_object('id', ${staff.id}, 'name', ${staff.name}) END`,
    deactivationNote: purchases.deactivationNote,
    activityFacts: purchases.activityFacts,
    lastLoginAt: customers.lastLoginAt,
    lastOrderAt: customers.lastOrderAt,
    lastActivityAt: customers.lastActivityAt,
    deactivation: settingText('deactivation'),
    wasMoved: sql<boolean>`EXISTS (SELECT FROM ${purchaseOrderStates} WHERE ${purchaseOrderStates.purchaseId} = ${purchases.id})`,
    history,
  },
  sql`${purchases} JOIN ${customers} ON ${customers.id} = ${purchases.customerId}
    LEFT JOIN ${staff} ON ${staff.id} = ${purchases.deactivatedBy}`,
  purchases.id,
)

/** Purchases as lists show them. */
export async function readRows(
  db: Db,
  _by: Staff,
  picked: SQL,
  order: SQL[],
  _now: Date,
  isSteady: boolean,
): Promise<PurchaseRow[]> {
  return selectRow(db, sql`WHERE ${picked} ORDER BY ${sql.join(order, sql`, `)}`, isSteady)
}

/** The first purchases of a sort. */
export async function readFirst(
  db: Db,
  where: SQL | undefined,
  order: SQL[],
  size: number,
): Promise<PurchaseRow[]> {
  const chosen = where ? sql`WHERE ${where} ` : sql``
  const first = sql`ORDER BY ${sql.join(order, sql`, `)} LIMIT ${sql.raw(String(size))}`
  return selectRow(db, sql`${chosen}${first}`, true)
}

/** One purchase with its items, masked snapshots, what the activity rule says of it now, and its history. */
export async function readPurchase(db: Db, _by: Staff, now: Date, id: string): Promise<Purchase | null> {
  const purchase = await selectOne(db, id)
  if (!purchase) return null
  const isWaiting = ['pending', 'blocked_missing_info'].includes(purchase.orderStatus)
  const [missing, orderHistory] = await Promise.all([
    isWaiting ? readMissing(db, id) : [],
    purchase.wasMoved ? readOrderHistory(db, id) : [],
  ])
  const facts = factsNow(now, purchase)
  const { externalId, source, net, tax, shipping, paymentMethodLabel, gatewayReference, deactivationNote } =
    purchase
  return {
    ...asRow(purchase),
    externalId,
    source,
    net,
    tax,
    shipping,
    items: purchase.items,
    billingSnapshot: maskedSnapshot(purchase.billingSnapshot),
    shippingSnapshot: maskedSnapshot(purchase.shippingSnapshot),
    paymentMethodLabel,
    gatewayReference,
    deactivatedBy: purchase.deactivatedBy,
    deactivationNote,
    activityFacts: purchase.activityFacts,
    eligibility: { facts, refusal: refusalToDeactivate(facts), inactiveRefusal: refusalAsInactive(facts) },
    missing,
    orderActs: orderActs(purchase, missing),
    orderHistory,
    history: purchase.history.map((each) => ({
      ...each,
      reason: deactivationReasons.find((reason) => reason === each.reason) ?? null,
      at: new Date(each.at).toISOString(),
    })),
  }
}

type One = NonNullable<Awaited<ReturnType<typeof selectOne>>>

function factsNow(now: Date, purchase: One) {
  const { orderStatus, openMatter, placedAt, finalAt, lastLoginAt, lastOrderAt, lastActivityAt } = purchase
  const date = (at: string | null) => (at === null ? null : new Date(at))
  return factsOf(
    now,
    { orderStatus, openMatter, placedAt: new Date(placedAt), finalAt: date(finalAt) },
    { lastLoginAt: date(lastLoginAt), lastOrderAt: date(lastOrderAt), lastActivityAt: date(lastActivityAt) },
    parseSetting('deactivation', purchase.deactivation).inactiveDays,
  )
}

const asRow = (purchase: RowOf<typeof columns>): PurchaseRow => ({
  id: purchase.id,
  reference: purchase.reference,
  number: purchase.number,
  customerId: purchase.customerId,
  orderStatus: purchase.orderStatus,
  activation: purchase.activation,
  openMatter: purchase.openMatter,
  placedAt: purchase.placedAt,
  finalAt: purchase.finalAt,
  currency: purchase.currency,
  gross: purchase.gross,
  deactivatedAt: purchase.deactivatedAt,
  deactivationReason: purchase.deactivationReason,
  version: purchase.version,
  createdAt: purchase.createdAt,
  updatedAt: purchase.updatedAt,
})

function maskedSnapshot(snapshot: AddressSnapshot | null): AddressSnapshot | null {
  if (!snapshot) return null
  return {
    ...snapshot,
    recipient: mask('recipient', snapshot.recipient),
    line1: mask('street', snapshot.line1),
    line2: mask('street', snapshot.line2),
  }
}
