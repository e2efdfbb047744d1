import { eq } from 'drizzle-orm'
import type { RetireAddress } from '../../contract/addresses.ts'
import type { Staff } from '../caller.ts'
import { recordChanges } from '../changes/record.ts'
import { refuseStaleFields } from '../changes/refuseStaleFields.ts'
import { correct } from '../customers/correct.ts'
import { refuseRemoval } from '../customers/refuseRemoval.ts'
import type { Tx } from '../database/connect.ts'
import { addresses } from '../database/schema/customers.ts'
import { Refused } from '../errors.ts'
import { appendAll } from '../events/append.ts'
import { fitsAsDefault, type Use } from './fitsAsDefault.ts'
import { lockAddress, refuseRetired } from './lockAddress.ts'

/**
 * Takes an address out of use; it is never deleted, because past purchases refer to it. Of a default address staff say
 * what takes its place: another live address, or none, so that nobody loses a shipping address unawares.
 * @throws NOT_FOUND, CUSTOMER_ERASED, VERSION_CONFLICT; INVALID_TRANSITION if it is retired already
 * @throws INVALID if the replacement is missing, needless, or cannot serve, or if an account requires one
 */
export async function retire(
  tx: Tx,
  by: Staff,
  now: Date,
  id: string,
  { version, reason, replacementId }: RetireAddress,
) {
  const { address, customer, isBilling, isShipping } = await lockAddress(tx, id)
  await refuseStaleFields(tx, { noun: 'addresses', id, version, current: address, fields: ['status'] })
  refuseRetired(address)
  const uses: Use[] = [
    ...(isBilling ? ['billing' as const] : []),
    ...(isShipping ? ['shipping' as const] : []),
  ]
  await refuseReplacement(tx, customer.id, id, uses, replacementId)
  const defaults = {
    ...(isBilling ? { defaultBillingAddressId: replacementId ?? null } : {}),
    ...(isShipping ? { defaultShippingAddressId: replacementId ?? null } : {}),
  }
  await refuseRemoval(tx, customer, { ...customer, ...defaults }, 'replacementId')

  const next = address.version + 1
  await tx
    .update(addresses)
    .set({ status: 'retired', version: next, updatedAt: now })
    .where(eq(addresses.id, id))
  const customerId = customer.id
  const differences = [{ field: 'status', before: 'live', after: 'retired' }]
  await recordChanges(tx, [
    { by, now, customerId, noun: 'addresses', id, version: next, reason, differences },
  ])
  await appendAll(tx, [
    { by, now, act: 'retire', noun: 'addresses', id, customerId, fields: ['status'] },
    ...(await correct(tx, by, now, customer, defaults, reason)),
  ])
}

async function refuseReplacement(
  tx: Tx,
  customerId: string,
  id: string,
  uses: Use[],
  replacementId: string | null | undefined,
) {
  const refuse = (why: string) => {
    throw new Refused('INVALID', { errors: { replacementId: why } })
  }
  const named = uses.join(' and ')
  if (uses.length === 0 && replacementId) refuse('This address is no default, so nothing takes its place.')
  if (uses.length > 0 && replacementId === undefined) {
    refuse(
      `This is the default address for ${named}. Say which address takes its place, or that none does: then orders lack one until another is chosen.`,
    )
  }
  if (!replacementId) return
  for (const use of uses) {
    if (replacementId === id || !(await fitsAsDefault(tx, customerId, replacementId, use)))
      refuse(`Choose another live address of this customer that serves for ${named}.`)
  }
}
