import type { customers } from '../database/schema/customers.ts'

/** As the table has them. */
export type Tracked = Pick<
  typeof customers.$inferSelect,
  | 'externalId'
  | 'firstName'
  | 'lastName'
  | 'company'
  | 'email'
  | 'phone'
  | 'phoneTyped'
  | 'locale'
  | 'timeZone'
  | 'defaultBillingAddressId'
  | 'defaultShippingAddressId'
>

/** The fields of a customer whose history is kept. A number that could not be read stands as it was typed. */
export function trackedFields(customer: Tracked) {
  return {
    externalId: customer.externalId,
    firstName: customer.firstName,
    lastName: customer.lastName,
    company: customer.company,
    email: customer.email,
    phone: customer.phone ?? customer.phoneTyped,
    locale: customer.locale,
    timeZone: customer.timeZone,
    defaultBillingAddressId: customer.defaultBillingAddressId,
    defaultShippingAddressId: customer.defaultShippingAddressId,
  }
}
