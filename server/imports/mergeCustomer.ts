import { v7 } from 'uuid'
import type { CustomerDraft, CustomerFacts, KindedAddress } from './customerOf.ts'
import type { KnownAddress, KnownCustomer } from './knownCustomers.ts'

export type Merged = {
  /** What was known before; null for a customer that a row made. */
  before: KnownCustomer | null
  customer: KnownCustomer
  isChanged: boolean
  changedAddresses: KnownAddress[]
}

/** A new customer from what a row says. */
export function newCustomer({ facts, addresses }: Omit<CustomerDraft, 'line'>, source: string): Merged {
  const blank: KnownCustomer = {
    ...facts,
    id: v7(),
    reference: null,
    status: 'active',
    source,
    lastOrderAt: null,
    defaultBillingAddressId: null,
    defaultShippingAddressId: null,
    version: 1,
    addresses: [],
  }
  return { ...withAddresses(blank, addresses), before: null, isChanged: true }
}

/**
 * What is known of a customer with what a row adds: an empty cell takes nothing away, and an address is never
 * overwritten but retired in favour of the new one. When somebody last signed in is a fact of the system: it raises no
 * version, so no form that is open meanwhile is refused over it.
 */
export function mergeCustomer(
  known: KnownCustomer,
  { facts, addresses }: CustomerDraft,
  source: string,
): Merged {
  const said = newFacts(known, facts)
  const identity = known.externalId === null && facts.externalId !== null ? { source } : {}
  const moved = withAddresses({ ...known, ...said, ...identity }, addresses)
  const isChanged = Object.keys(said).length > 0 || moved.changedAddresses.length > 0
  if (!isChanged) return { before: known, customer: known, isChanged, changedAddresses: [] }
  const isTold = words.some((key) => key in said) || 'phone' in said || moved.changedAddresses.length > 0
  const version = known.version + (isTold ? 1 : 0)
  return { ...moved, customer: { ...moved.customer, version }, before: known, isChanged }
}

const words = ['externalId', 'email', 'firstName', 'lastName', 'company', 'locale', 'timeZone'] as const
const instants = ['registeredAt', 'lastLoginAt'] as const

/** The facts of a row that are new. Number and typed number are one fact: where a row has one, the other goes. */
function newFacts(known: KnownCustomer, facts: CustomerFacts): Partial<CustomerFacts> {
  const said: Partial<CustomerFacts> = {}
  for (const key of words) {
    if (facts[key] !== null && facts[key] !== known[key]) said[key] = facts[key]
  }
  for (const key of instants) {
    if (facts[key] !== null && facts[key].getTime() !== known[key]?.getTime()) said[key] = facts[key]
  }
  const { phone, phoneTyped } = facts
  const isGiven = phone !== null || phoneTyped !== null
  // Staff may have typed the same number in their own way.
  const isKnown =
    phone !== null ? phone === known.phone : known.phone === null && phoneTyped === known.phoneTyped
  if (isGiven && !isKnown) Object.assign(said, { phone, phoneTyped })
  return said
}

function withAddresses(
  customer: KnownCustomer,
  wanted: KindedAddress[],
): Pick<Merged, 'customer' | 'changedAddresses'> {
  const all = [...customer.addresses]
  const changed: KnownAddress[] = []
  let { defaultBillingAddressId, defaultShippingAddressId } = customer
  for (const address of wanted) {
    if (all.some((known) => isSame(known, address))) continue
    const made: KnownAddress = {
      ...address,
      id: v7(),
      customerId: customer.id,
      phone: null,
      status: 'live',
      version: 1,
    }
    const replaced = new Set<string | null>()
    if (address.kind !== 'shipping') {
      replaced.add(defaultBillingAddressId)
      defaultBillingAddressId = made.id
    }
    if (address.kind !== 'billing') {
      replaced.add(defaultShippingAddressId)
      defaultShippingAddressId = made.id
    }
    for (const [index, known] of all.entries()) {
      const isUsed = known.id === defaultBillingAddressId || known.id === defaultShippingAddressId
      if (!replaced.has(known.id) || isUsed || known.status === 'retired') continue
      const retired: KnownAddress = { ...known, status: 'retired', version: known.version + 1 }
      all[index] = retired
      changed.push(retired)
    }
    all.push(made)
    changed.push(made)
  }
  return {
    customer: { ...customer, defaultBillingAddressId, defaultShippingAddressId, addresses: all },
    changedAddresses: changed,
  }
}

function isSame(known: KnownAddress, address: KindedAddress): boolean {
  const covers = known.kind === 'both' || known.kind === address.kind
  const keys = ['recipient', 'line1', 'line2', 'city', 'region', 'postalCode', 'country'] as const
  return covers && keys.every((key) => known[key] === address[key])
}
