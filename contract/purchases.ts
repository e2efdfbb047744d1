import { z } from 'zod'
import { AddressSnapshot } from './addresses.ts'
import { Missing } from './readiness.ts'
import { By, id, instant, version } from './records.ts'
import { requirementFields } from './settings.ts'
import { neededNote, note, seenLength } from './text.ts'

export const orderStatuses = [
  'pending',
  'blocked_missing_info',
  'processing',
  'shipped',
  'delivered',
  'cancelled',
  'refunded',
] as const
export const finalOrderStatuses = ['delivered', 'cancelled', 'refunded'] as const
export const activations = ['active', 'deactivated'] as const
export const openMatters = ['none', 'return', 'dispute'] as const
export const deactivationReasons = [
  'inactive_account',
  'customer_request',
  'duplicate',
  'test_order',
  'account_closed',
  'other',
] as const
export type DeactivationReason = (typeof deactivationReasons)[number]
/** What the activity rule can have against deactivating a purchase. */
export const ineligibilities = [
  'order_waiting',
  'order_under_way',
  'return_open',
  'dispute_open',
  'account_active',
] as const
export type Ineligibility = (typeof ineligibilities)[number]
/** Why staff hold an order back; what is missing by the matrix of requirements needs no such reason. */
export const blockReasons = [
  'address_doubtful',
  'contact_doubtful',
  'customer_request',
  'suspected_fraud',
  'other',
] as const
export const cancelReasons = [
  'customer_request',
  'cannot_process',
  'out_of_stock',
  'payment_failed',
  'suspected_fraud',
  'duplicate',
  'other',
] as const
export const paymentMethodLabels = [
  'card',
  'paypal',
  'bank_transfer',
  'direct_debit',
  'invoice',
  'cash_on_delivery',
  'gift_card',
  'other',
] as const

/** The inputs of the activity rule, frozen on the day of the act. Instants are RFC 3339, `inactiveDays` whole days. */
export const ActivityFacts = z.object({
  orderStatus: z.enum(orderStatuses),
  openMatter: z.enum(openMatters),
  finalAt: instant.nullable(),
  lastLoginAt: instant.nullable(),
  lastOrderAt: instant.nullable(),
  lastActivityAt: instant.nullable(),
  inactiveDays: z.int().nullable(),
  requiredInactiveDays: z.int(),
})
export type ActivityFacts = z.infer<typeof ActivityFacts>

/** A purchase as a row of a list. Money in minor units of `currency`. */
export const PurchaseRow = z.object({
  id,
  reference: z.string(),
  number: z.string(),
  customerId: id,
  orderStatus: z.enum(orderStatuses),
  activation: z.enum(activations),
  openMatter: z.enum(openMatters),
  placedAt: instant,
  finalAt: instant.nullable(),
  currency: z.string(),
  gross: z.int(),
  deactivatedAt: instant.nullable(),
  deactivationReason: z.enum(deactivationReasons).nullable(),
  version,
  createdAt: instant,
  updatedAt: instant,
})
export type PurchaseRow = z.infer<typeof PurchaseRow>

const PurchaseItem = z.object({
  id,
  sku: z.string().nullable(),
  title: z.string(),
  quantity: z.int().min(1),
  unitPrice: z.int(),
  tax: z.int(),
  lineTotal: z.int(),
})

const refusal = z.string().nullable()

export const Purchase = PurchaseRow.extend({
  externalId: z.string().nullable(),
  source: z.string().nullable(),
  net: z.int(),
  tax: z.int(),
  shipping: z.int(),
  items: z.array(PurchaseItem),
  billingSnapshot: AddressSnapshot.nullable(),
  shippingSnapshot: AddressSnapshot.nullable(),
  paymentMethodLabel: z.string().nullable(),
  gatewayReference: z.string().nullable(),
  deactivatedBy: By.nullable(),
  deactivationNote: z.string().nullable(),
  activityFacts: ActivityFacts.nullable().describe('as frozen when it was deactivated'),
  eligibility: z.object({
    facts: ActivityFacts.describe('as they are now'),
    refusal: z.string().nullable().describe('why it cannot be deactivated at all, or null'),
    inactiveRefusal: z
      .string()
      .nullable()
      .describe('why the reason inactive_account does not apply, or null'),
  }),
  missing: z
    .array(Missing)
    .describe('what the order needs before it can be processed; none of a finished one'),
  orderActs: z
    .object({ block: refusal, unblock: refusal, cancel: refusal })
    .describe('why each cannot be done now, or null'),
  orderHistory: z
    .array(
      z.object({
        id,
        orderStatus: z.enum(orderStatuses),
        reason: z.enum([...blockReasons, ...cancelReasons]).nullable(),
        note: z.string().nullable(),
        missing: z.array(z.enum(requirementFields)),
        by: By.nullable().describe('null for what the system did by itself'),
        at: instant,
      }),
    )
    .describe('blocked, unblocked and cancelled here, the latest first'),
  history: z.array(
    z.object({
      id,
      activation: z.enum(activations),
      reason: z.enum(deactivationReasons).nullable(),
      note: z.string().nullable(),
      activityFacts: ActivityFacts.nullable().describe('as frozen by this act; null for a reactivation'),
      by: By,
      at: instant,
    }),
  ),
})
export type Purchase = z.infer<typeof Purchase>

/** An act for one of the reasons, or for another one that is said in words. */
const forReason = <const Reasons extends readonly string[]>(reasons: Reasons) =>
  z
    .strictObject({ version, reason: z.enum(reasons), note: note.optional() })
    .refine(({ reason, note: words = '' }) => reason !== 'other' || seenLength(words) >= 20, {
      path: ['note'],
      message: 'Say why in a sentence (at least 20 characters).',
    })

export const DeactivatePurchase = forReason(deactivationReasons)
export type DeactivatePurchase = z.infer<typeof DeactivatePurchase>

export const ReactivatePurchase = z.strictObject({ version, note: neededNote('Say why it comes back.') })
export type ReactivatePurchase = z.infer<typeof ReactivatePurchase>

/** Holds a pending order back; it goes on only when staff say so. */
export const BlockPurchase = forReason(blockReasons)
export type BlockPurchase = z.infer<typeof BlockPurchase>

export const UnblockPurchase = z.strictObject({ version, note: neededNote('Say why it can go on.') })
export type UnblockPurchase = z.infer<typeof UnblockPurchase>

export const CancelPurchase = forReason(cancelReasons)
export type CancelPurchase = z.infer<typeof CancelPurchase>
