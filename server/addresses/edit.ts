import { eq } from 'drizzle-orm'
import type { EditAddress } from '../../contract/addresses.ts'
import type { Staff } from '../caller.ts'
import { differences } from '../changes/differences.ts'
import { recordChanges } from '../changes/record.ts'
import { refuseStaleFields } from '../changes/refuseStaleFields.ts'
import type { Tx } from '../database/connect.ts'
import { addresses } from '../database/schema/customers.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import { lockAddress, refuseRetired } from './lockAddress.ts'
import { phoneAsKept } from './phoneAsKept.ts'
import { refuseUnknownPlace } from './refuseUnknownPlace.ts'
import { trackedFields } from './trackedFields.ts'

/**
 * Corrects an address; what past purchases copied of it stays as it was. A place that came in with an import and looks
 * odd does not stand in the way of another correction.
 * @throws NOT_FOUND, CUSTOMER_ERASED, VERSION_CONFLICT; INVALID_TRANSITION if it is retired
 * @throws INVALID for a country or postal code that does not exist, or a kind that a default address must keep
 */
export async function edit(tx: Tx, by: Staff, now: Date, id: string, input: EditAddress) {
  const { version, reason, ...typed } = input
  const { address, isBilling, isShipping } = await lockAddress(tx, id)
  const fields = Object.keys(typed)
  await refuseStaleFields(tx, { noun: 'addresses', id, version, current: address, fields })
  refuseRetired(address)

  const after = { ...address, ...typed }
  if (typed.phone !== undefined) after.phone = phoneAsKept(typed.phone, after.country)
  const changed = differences(trackedFields(address), trackedFields(after))
  if (changed.length === 0) return
  const has = (field: string) => changed.some((each) => each.field === field)
  if (has('country') || has('postalCode')) refuseUnknownPlace(after.country, after.postalCode)
  refuseKind(after.kind, isBilling, isShipping)

  const next = address.version + 1
  await tx
    .update(addresses)
    .set({ ...trackedFields(after), version: next, updatedAt: now })
    .where(eq(addresses.id, id))
  const { customerId } = address
  await recordChanges(tx, [
    { by, now, customerId, noun: 'addresses', id, version: next, reason, differences: changed },
  ])
  const names = changed.map(({ field }) => field)
  await append(tx, { by, now, act: 'edit', noun: 'addresses', id, customerId, fields: names })
}

function refuseKind(kind: 'billing' | 'shipping' | 'both', isBilling: boolean, isShipping: boolean) {
  if (!(kind === 'shipping' && isBilling) && !(kind === 'billing' && isShipping)) return
  const use = kind === 'shipping' ? 'billing' : 'shipping'
  throw new Refused('INVALID', {
    errors: { kind: `This is the default address for ${use}. Choose another default first.` },
  })
}
