import { eq } from 'drizzle-orm'
import type { CreateAddress } from '../../contract/addresses.ts'
import type { Staff } from '../caller.ts'
import { differences } from '../changes/differences.ts'
import { recordChanges } from '../changes/record.ts'
import { correct } from '../customers/correct.ts'
import { lockCustomer } from '../customers/lockCustomer.ts'
import type { Tx } from '../database/connect.ts'
import { addresses, customers } from '../database/schema/customers.ts'
import { Refused } from '../errors.ts'
import { appendAll } from '../events/append.ts'
import { phoneAsKept } from './phoneAsKept.ts'
import { refuseUnknownPlace } from './refuseUnknownPlace.ts'
import { trackedFields } from './trackedFields.ts'

/**
 * Adds an address to a customer and, if asked, makes it the default. The others stay as they are.
 * @throws CUSTOMER_ERASED
 * @throws INVALID if there is no such customer, country or postal code, or if it is no default for what it is not for
 */
export async function create(tx: Tx, by: Staff, now: Date, id: string, input: CreateAddress) {
  const { reason, defaultFor, customerId, ...typed } = input
  await refuseStranger(tx, customerId)
  const customer = await lockCustomer(tx, customerId)
  refuseUnknownPlace(typed.country, typed.postalCode)
  if (typed.kind !== 'both' && defaultFor.some((use) => use !== typed.kind))
    throw new Refused('INVALID', { errors: { defaultFor: 'The address is not of this kind.' } })

  const address = { ...typed, phone: phoneAsKept(typed.phone, typed.country), status: 'live' as const }
  await tx.insert(addresses).values({ ...address, id, customerId, createdAt: now, updatedAt: now })
  const changed = differences({}, trackedFields(address))
  await recordChanges(tx, [
    { by, now, customerId, noun: 'addresses', id, version: 1, reason, differences: changed },
  ])
  const asDefault = {
    ...(defaultFor.includes('billing') ? { defaultBillingAddressId: id } : {}),
    ...(defaultFor.includes('shipping') ? { defaultShippingAddressId: id } : {}),
  }
  const fields = changed.map(({ field }) => field)
  await appendAll(tx, [
    { by, now, act: 'create', noun: 'addresses', id, customerId, fields },
    ...(await correct(tx, by, now, customer, asDefault, reason)),
  ])
}

async function refuseStranger(tx: Tx, customerId: string) {
  const [found] = await tx.select({ id: customers.id }).from(customers).where(eq(customers.id, customerId))
  if (!found) throw new Refused('INVALID', { errors: { customerId: 'No such customer.' } })
}
