import { eq } from 'drizzle-orm'
import type { Tx } from '../database/connect.ts'
import { customers } from '../database/schema/customers.ts'
import { Refused } from '../errors.ts'

export type LockedCustomer = typeof customers.$inferSelect

/**
 * The customer, held until the transaction ends. Whoever locks an address locks its customer first.
 * @throws NOT_FOUND; CUSTOMER_ERASED, whatever was to be written: removed data is never entered again
 */
export async function lockCustomer(tx: Tx, id: string): Promise<LockedCustomer> {
  const [customer] = await tx.select().from(customers).where(eq(customers.id, id)).for('update')
  if (!customer) throw new Refused('NOT_FOUND')
  if (customer.status === 'erased') throw new Refused('CUSTOMER_ERASED')
  return customer
}
