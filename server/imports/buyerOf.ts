import type { AddressFields, ReadAddress } from './addressOf.ts'
import { email, identifier, words } from './cells.ts'
import {
  type CompleteAddress,
  type CustomerDraft,
  completeAddress,
  type KindedAddress,
  nameOf,
  phoneOf,
  splitName,
} from './customerOf.ts'
import type { PurchaseField } from './fields.ts'
import type { Sheet } from './sheet.ts'

export const billingFields: AddressFields<PurchaseField> = {
  recipient: 'billingRecipient',
  line1: 'billingLine1',
  line2: 'billingLine2',
  city: 'billingCity',
  region: 'billingRegion',
  postalCode: 'billingPostalCode',
  country: 'billingCountry',
}
export const shippingFields: AddressFields<PurchaseField> = {
  recipient: 'shippingRecipient',
  line1: 'shippingLine1',
  line2: 'shippingLine2',
  city: 'shippingCity',
  region: 'shippingRegion',
  postalCode: 'shippingPostalCode',
  country: 'shippingCountry',
}

/** Who bought, as a purchase tells it; a customer is made of it only where none is known. */
export function buyerOf(
  whole: Sheet<PurchaseField>,
  billing: ReadAddress | null,
  shipping: ReadAddress | null,
): Omit<CustomerDraft, 'line'> {
  const named = nameOf(whole)
  const facts = {
    externalId: identifier(whole, 'customerExternalId'),
    email: email(whole, 'email'),
    ...(named.firstName || named.lastName
      ? named
      : splitName(billing?.recipient ?? shipping?.recipient ?? null)),
    company: words(whole, 'company', 120),
    ...phoneOf(whole, billing?.country ?? shipping?.country ?? null),
    locale: null,
    timeZone: null,
    registeredAt: null,
    lastLoginAt: null,
  }
  return { facts, addresses: addressesOf(completeAddress(billing), completeAddress(shipping)) }
}

function addressesOf(billing: CompleteAddress | null, shipping: CompleteAddress | null): KindedAddress[] {
  if (billing && shipping && JSON.stringify(billing) === JSON.stringify(shipping))
    return [{ ...billing, kind: 'both' }]
  const all: KindedAddress[] = []
  if (billing) all.push({ ...billing, kind: 'billing' })
  if (shipping) all.push({ ...shipping, kind: 'shipping' })
  return all
}
