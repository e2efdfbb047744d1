import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../database/connect.ts'
import { addresses } from '../database/schema/customers.ts'

export type Use = 'billing' | 'shipping'

/** Whether an address is live, of this customer, and meant for the use. */
export async function fitsAsDefault(
  tx: Tx,
  customerId: string,
  addressId: string,
  use: Use,
): Promise<boolean> {
  const [address] = await tx
    .select({ id: addresses.id })
    .from(addresses)
    .where(
      and(
        eq(addresses.id, addressId),
        eq(addresses.customerId, customerId),
        eq(addresses.status, 'live'),
        inArray(addresses.kind, ['both', use]),
      ),
    )
  return address !== undefined
}
