import type { addresses } from '../database/schema/customers.ts'

type Known = Pick<
  typeof addresses.$inferSelect,
  'kind' | 'recipient' | 'line1' | 'line2' | 'city' | 'region' | 'postalCode' | 'country' | 'phone' | 'status'
>

/** The fields of an address whose history is kept. */
export function trackedFields(address: Known) {
  const { kind, recipient, line1, line2, city, region, postalCode, country, phone, status } = address
  return { kind, recipient, line1, line2, city, region, postalCode, country, phone, status }
}
