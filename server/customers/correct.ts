import { eq } from 'drizzle-orm'
import type { Staff } from '../caller.ts'
import { differences } from '../changes/differences.ts'
import { recordChanges } from '../changes/record.ts'
import type { Tx } from '../database/connect.ts'
import { customers } from '../database/schema/customers.ts'
import { constraint, Refused } from '../errors.ts'
import type { Entry } from '../events/entry.ts'
import { recheckOrders } from '../purchases/recheckOrders.ts'
import type { LockedCustomer } from './lockCustomer.ts'
import { trackedFields } from './trackedFields.ts'

type Columns = Partial<Parameters<typeof trackedFields>[0]>

/**
 * Writes what differs into a locked customer and its history, and answers with the events that are still to be appended,
 * those of orders that wait for information included; with none when nothing differs.
 * @throws EMAIL_TAKEN if another living customer has the address, which the answer does not repeat
 */
export async function correct(
  tx: Tx,
  by: Staff,
  now: Date,
  customer: LockedCustomer,
  columns: Columns,
  reason: string,
): Promise<Entry[]> {
  const { id } = customer
  const version = customer.version + 1
  const changed = differences(trackedFields(customer), trackedFields({ ...customer, ...columns }))
  if (changed.length === 0) return []
  try {
    await tx
      .update(customers)
      .set({ ...columns, version, updatedAt: now })
      .where(eq(customers.id, id))
  } catch (error) {
    if (constraint(error) !== 'customers_email') throw error
    throw new Refused('EMAIL_TAKEN', { errors: { email: 'Another customer has this e-mail address.' } })
  }
  await recordChanges(tx, [
    { by, now, customerId: id, noun: 'customers', id, version, reason, differences: changed },
  ])
  const fields = changed.map(({ field }) => field)
  return [
    { by, now, act: 'edit', noun: 'customers', id, customerId: id, fields },
    ...(await recheckOrders(tx, by, now, [id])),
  ]
}
