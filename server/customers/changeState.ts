import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { ChangeCustomerState } from '../../contract/customers.ts'
import type { Staff } from '../caller.ts'
import { recordChanges } from '../changes/record.ts'
import { refuseStaleFields } from '../changes/refuseStaleFields.ts'
import type { Tx } from '../database/connect.ts'
import { customerStates, customers } from '../database/schema/customers.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import { lockCustomer } from './lockCustomer.ts'

/**
 * An act that moves an account between active and closed, with its reason kept in `customer_states`. `alreadySo` is what
 * it says of an account that is there already.
 * @throws NOT_FOUND, CUSTOMER_ERASED, VERSION_CONFLICT, INVALID_TRANSITION
 */
export function changeState(act: 'close' | 'reopen', status: 'active' | 'closed', alreadySo: string) {
  return async (tx: Tx, by: Staff, now: Date, id: string, { version, reason }: ChangeCustomerState) => {
    const customer = await lockCustomer(tx, id)
    await refuseStaleFields(tx, { noun: 'customers', id, version, current: customer, fields: ['status'] })
    if (customer.status === status) throw new Refused('INVALID_TRANSITION', { values: { why: alreadySo } })

    const next = customer.version + 1
    const differences = [{ field: 'status', before: customer.status, after: status }]
    await tx.update(customers).set({ status, version: next, updatedAt: now }).where(eq(customers.id, id))
    await tx.insert(customerStates).values({ id: v7(), customerId: id, status, reason, by: by.id, at: now })
    await recordChanges(tx, [
      { by, now, customerId: id, noun: 'customers', id, version: next, reason, differences },
    ])
    await append(tx, { by, now, act, noun: 'customers', id, customerId: id, fields: ['status'] })
  }
}
