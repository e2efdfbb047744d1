import { and, eq, sql } from 'drizzle-orm'
import type { EditCustomer } from '../../contract/customers.ts'
import { fitsAsDefault } from '../addresses/fitsAsDefault.ts'
import type { Staff } from '../caller.ts'
import { refuseStaleFields } from '../changes/refuseStaleFields.ts'
import type { Tx } from '../database/connect.ts'
import { addresses } from '../database/schema/customers.ts'
import { Refused } from '../errors.ts'
import { appendAll } from '../events/append.ts'
import { correct } from './correct.ts'
import { type LockedCustomer, lockCustomer } from './lockCustomer.ts'
import { refuseRemoval } from './refuseRemoval.ts'
import { typedPhone } from './typedPhone.ts'

/**
 * Corrects what is known of a customer ("Accessing and Updating Your Information"); each field that changes goes into
 * the history with the reason. Nothing is written where nothing differs.
 * @throws NOT_FOUND, CUSTOMER_ERASED, VERSION_CONFLICT, EMAIL_TAKEN
 * @throws INVALID if no name or nothing that an account requires would remain, or a default address is not a live one of this customer
 */
export async function edit(tx: Tx, by: Staff, now: Date, id: string, input: EditCustomer) {
  const { version, reason, ...typed } = input
  const customer = await lockCustomer(tx, id)
  await refuseStaleFields(tx, {
    noun: 'customers',
    id,
    version,
    current: customer,
    fields: Object.keys(typed),
  })
  refuseNameless(customer, typed)
  await refuseForeignDefaults(tx, id, typed)

  const { phone, ...words } = typed
  const number = phone === undefined ? {} : typedPhone(phone, await countryOf(tx, customer))
  const columns = { ...words, ...number }
  await refuseRemoval(tx, customer, { ...customer, ...columns })
  await appendAll(tx, await correct(tx, by, now, customer, columns, reason))
}

type Typed = Omit<EditCustomer, 'version' | 'reason'>

/** A customer who never had a name may still be given another e-mail address. */
function refuseNameless(customer: LockedCustomer, typed: Typed) {
  const { firstName, lastName, company } = { ...customer, ...typed }
  const had = customer.firstName ?? customer.lastName ?? customer.company
  if (firstName || lastName || company || !had) return
  throw new Refused('INVALID', { errors: { lastName: 'Keep a first name, a last name or a company.' } })
}

async function refuseForeignDefaults(tx: Tx, customerId: string, typed: Typed) {
  const uses = { defaultBillingAddressId: 'billing', defaultShippingAddressId: 'shipping' } as const
  const errors: Record<string, string> = {}
  for (const field of ['defaultBillingAddressId', 'defaultShippingAddressId'] as const) {
    const addressId = typed[field]
    if (addressId && !(await fitsAsDefault(tx, customerId, addressId, uses[field])))
      errors[field] = `Choose a live address of this customer that serves for ${uses[field]}.`
  }
  if (Object.keys(errors).length > 0) throw new Refused('INVALID', { errors })
}

/** Of which country a number without a prefix is taken: where the customer is sent things, or lives. */
async function countryOf(tx: Tx, customer: LockedCustomer): Promise<string | null> {
  const { id, defaultShippingAddressId: shipping, defaultBillingAddressId: billing } = customer
  const [address] = await tx
    .select({ country: addresses.country })
    .from(addresses)
    .where(and(eq(addresses.customerId, id), eq(addresses.status, 'live')))
    .orderBy(
      sql`${addresses.id} = ${shipping} DESC NULLS LAST, ${addresses.id} = ${billing} DESC NULLS LAST, ${addresses.id}`,
    )
    .limit(1)
  return address?.country ?? null
}
