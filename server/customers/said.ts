import type { customers } from '../database/schema.ts'

type Known = Pick<
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
export function said(customer: Known) {
  const { phoneTyped, phone, ...rest } = customer
  const {
    externalId,
    firstName,
    lastName,
    company,
    email,
    locale,
    timeZone,
    defaultBillingAddressId,
    defaultShippingAddressId,
  } = rest
  return {
    externalId,
    firstName,
    lastName,
    company,
    email,
    phone: phone ?? phoneTyped,
    locale,
    timeZone,
    defaultBillingAddressId,
    defaultShippingAddressId,
  }
}
