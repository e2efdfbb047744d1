import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { AddressSnapshot } from '../../../contract/addresses.ts'
import {
  type ActivityFacts,
  activations,
  blockReasons,
  deactivationReasons,
  openMatters,
  orderStatuses,
} from '../../../contract/purchases.ts'
import { instant, money, stamps, version } from './columns.ts'

export const purchases = pgTable('purchases', {
  id: uuid('id').primaryKey(),
  reference: text('reference').notNull().default(sql`DEFAULT`),
  customerId: uuid('customer_id').notNull(),
  number: text('number').notNull(),
  externalId: text('external_id'),
  source: text('source'),
  orderStatus: text('order_status', { enum: orderStatuses }).notNull(),
  activation: text('activation', { enum: activations }).notNull().default('active'),
  openMatter: text('open_matter', { enum: openMatters }).notNull().default('none'),
  placedAt: instant('placed_at').notNull(),
  finalAt: instant('final_at'),
  currency: text('currency').notNull(),
  net: money('net').notNull(),
  tax: money('tax').notNull(),
  shipping: money('shipping').notNull(),
  gross: money('gross').notNull(),
  billingSnapshot: jsonb('billing_snapshot').$type<AddressSnapshot>(),
  shippingSnapshot: jsonb('shipping_snapshot').$type<AddressSnapshot>(),
  paymentMethodLabel: text('payment_method_label'),
  gatewayReference: text('gateway_reference'),
  blockReason: text('block_reason', { enum: blockReasons }),
  deactivatedAt: instant('deactivated_at'),
  deactivatedBy: uuid('deactivated_by'),
  deactivationReason: text('deactivation_reason', { enum: deactivationReasons }),
  deactivationNote: text('deactivation_note'),
  activityFacts: jsonb('activity_facts').$type<ActivityFacts>(),
  version,
  ...stamps,
  searchText: text('search_text').notNull().generatedAlwaysAs(sql``),
})

export const purchaseItems = pgTable('purchase_items', {
  id: uuid('id').primaryKey(),
  purchaseId: uuid('purchase_id').notNull(),
  position: integer('position').notNull(),
  sku: text('sku'),
  title: text('title').notNull(),
  quantity: integer('quantity').notNull(),
  unitPrice: money('unit_price').notNull(),
  tax: money('tax').notNull().default(0),
  lineTotal: money('line_total').notNull(),
})

export const purchaseActivations = pgTable('purchase_activations', {
  id: uuid('id').primaryKey(),
  purchaseId: uuid('purchase_id').notNull(),
  activation: text('activation', { enum: activations }).notNull(),
  reason: text('reason'),
  note: text('note'),
  activityFacts: jsonb('activity_facts').$type<ActivityFacts>(),
  by: uuid('by').notNull(),
  at: instant('at').notNull(),
})

export const purchaseOrderStates = pgTable('purchase_order_states', {
  id: uuid('id').primaryKey(),
  purchaseId: uuid('purchase_id').notNull(),
  orderStatus: text('order_status', { enum: ['pending', 'blocked_missing_info', 'cancelled'] }).notNull(),
  reason: text('reason'),
  note: text('note'),
  missing: text('missing').array().notNull().default([]),
  by: uuid('by'),
  at: instant('at').notNull(),
})
