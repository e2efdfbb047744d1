import type { RequirementField } from '../../contract/settings.ts'
import type { Tx } from '../database/connect.ts'
import { Refused } from '../errors.ts'
import { readSetting } from '../shopSettings/readSetting.ts'
import type { LockedCustomer } from './lockCustomer.ts'
import { missingForAccount, type Told } from './missingInfo.ts'

/** Beside which field of the form a refusal stands. */
const formFields: Record<RequirementField, string> = {
  name: 'lastName',
  company: 'company',
  email: 'email',
  phone: 'phone',
  billingAddress: 'defaultBillingAddressId',
  shippingAddress: 'defaultShippingAddressId',
  locale: 'locale',
  timeZone: 'timeZone',
}

/**
 * What the shop requires for an account may be replaced by staff, not taken away; whoever never had it may still be
 * corrected otherwise. `at` is the field to refuse where the form has a single one.
 * @throws INVALID with the fields that would be missing
 */
export async function refuseRemoval(tx: Tx, before: LockedCustomer, after: LockedCustomer, at?: string) {
  const matrix = await readSetting(tx, 'requirements')
  const lacked = missingForAccount(matrix, toldBy(before)).map(({ field }) => field)
  const removed = missingForAccount(matrix, toldBy(after)).filter(({ field }) => !lacked.includes(field))
  if (removed.length === 0) return
  const errors = removed.map(({ field, label }) => [
    at ?? formFields[field],
    `${label} is required for an account: it can be replaced, not taken away.`,
  ])
  throw new Refused('INVALID', { errors: Object.fromEntries(errors) })
}

function toldBy(customer: LockedCustomer): Told {
  const hasBilling = customer.defaultBillingAddressId !== null
  return { ...customer, hasBilling, hasShipping: customer.defaultShippingAddressId !== null }
}
