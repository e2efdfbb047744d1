import { and, count, eq, gte } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { RevealCustomer, RevealedCustomer } from '../../contract/customers.ts'
import { readAddresses } from '../addresses/read.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { addresses, customers, reveals } from '../database/schema/customers.ts'
import { purchases } from '../database/schema/purchases.ts'
import { staff } from '../database/schema/staff.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'

const minutes = 5
const perDay = 200

/**
 * Shows one customer's contact data in clear for five minutes, for a stated purpose. The words are kept in `reveals`,
 * the act itself is an event ("Privacy is of utmost concern", sentence 1 of the policy).
 * @throws NOT_FOUND; CUSTOMER_ERASED; INVALID for a purchase of somebody else; REVEAL_BUDGET_SPENT after 200 reveals in
 * 24 hours
 */
export async function reveal(
  tx: Tx,
  by: Staff,
  now: Date,
  id: string,
  input: RevealCustomer,
): Promise<RevealedCustomer> {
  const [customer] = await tx.select().from(customers).where(eq(customers.id, id))
  if (!customer) throw new Refused('NOT_FOUND')
  if (customer.status === 'erased') throw new Refused('CUSTOMER_ERASED')
  const { purchaseId, ...why } = input
  const purchase = purchaseId === undefined ? null : await snapshotsOf(tx, id, purchaseId)

  // One after the other for each person, so that several at once cannot all take the last one of a day.
  await tx.select({ id: staff.id }).from(staff).where(eq(staff.id, by.id)).for('no key update')
  const dayAgo = new Date(now.getTime() - 24 * 60 * 60_000)
  const [spent] = await tx
    .select({ rows: count() })
    .from(reveals)
    .where(and(eq(reveals.by, by.id), gte(reveals.at, dayAgo)))
  if ((spent?.rows ?? 0) >= perDay) throw new Refused('REVEAL_BUDGET_SPENT', { values: { limit: perDay } })

  const until = new Date(now.getTime() + minutes * 60_000)
  await tx.insert(reveals).values({ id: v7(), customerId: id, ...why, by: by.id, at: now, until })
  await append(tx, { by, now, act: 'reveal', noun: 'customers', id, customerId: id, reason: input.purpose })
  const rows = await readAddresses(tx, eq(addresses.customerId, id))
  const { email, phone, phoneTyped } = customer
  return {
    id,
    until: until.toISOString(),
    email,
    phone,
    phoneTyped: phone ? null : phoneTyped,
    addresses: rows,
    purchase,
  }
}

/** Where an order went is asked on the telephone, long after the customer's own address was corrected. */
async function snapshotsOf(tx: Tx, customerId: string, purchaseId: string) {
  const { billingSnapshot, shippingSnapshot } = purchases
  const [purchase] = await tx
    .select({ id: purchases.id, billingSnapshot, shippingSnapshot })
    .from(purchases)
    .where(and(eq(purchases.id, purchaseId), eq(purchases.customerId, customerId)))
  if (!purchase)
    throw new Refused('INVALID', { errors: { purchaseId: 'This customer has no such purchase.' } })
  return purchase
}
