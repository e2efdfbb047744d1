import { eq } from 'drizzle-orm'
import { lockCustomer } from '../customers/lockCustomer.ts'
import type { Tx } from '../database/connect.ts'
import { addresses } from '../database/schema/customers.ts'
import { Refused } from '../errors.ts'

/**
 * The address and its customer, held until the transaction ends; the customer first, as everywhere.
 * @throws NOT_FOUND, CUSTOMER_ERASED
 */
export async function lockAddress(tx: Tx, id: string) {
  const [found] = await tx
    .select({ customerId: addresses.customerId })
    .from(addresses)
    .where(eq(addresses.id, id))
  if (!found) throw new Refused('NOT_FOUND')
  const customer = await lockCustomer(tx, found.customerId)
  const [address] = await tx.select().from(addresses).where(eq(addresses.id, id)).for('update')
  if (!address) throw new Refused('NOT_FOUND')
  const isBilling = customer.defaultBillingAddressId === id
  const isShipping = customer.defaultShippingAddressId === id
  return { address, customer, isBilling, isShipping }
}

/** @throws INVALID_TRANSITION: an address out of use stays as it was */
export function refuseRetired({ status }: { status: 'live' | 'retired' }) {
  if (status === 'retired') {
    throw new Refused('INVALID_TRANSITION', {
      values: { why: 'This address is retired. You can add a new one.' },
    })
  }
}
