import { trackedFields as trackedOfAddress } from '../addresses/trackedFields.ts'
import type { Actor } from '../caller.ts'
import { differences } from '../changes/differences.ts'
import type { Changed } from '../changes/record.ts'
import { trackedFields } from '../customers/trackedFields.ts'
import type { Merged } from './mergeCustomer.ts'

/** What a row changed of a customer who was known. How a new one came in stands on the customer itself. */
export function changesOf(by: Actor, now: Date, { before, customer, changedAddresses }: Merged): Changed[] {
  if (before === null) return []
  const customerId = customer.id
  const same = { by, now, customerId, reason: null }
  return [
    {
      ...same,
      noun: 'customers',
      id: customerId,
      version: customer.version,
      differences: differences(trackedFields(before), trackedFields(customer)),
    },
    ...changedAddresses.map((address): Changed => {
      const known = before.addresses.find(({ id }) => id === address.id)
      const { id, version } = address
      return {
        ...same,
        noun: 'addresses',
        id,
        version,
        differences: differences(known ? trackedOfAddress(known) : {}, trackedOfAddress(address)),
      }
    }),
  ]
}
