import type { addresses, customers } from '../../server/database/schema/customers.ts'
import { buildAddress, buildCustomer } from '../builders.ts'
import { newId } from '../newId.ts'
import type { Random } from '../random.ts'
import { type Place, places } from './places.ts'

const day = 24 * 60 * 60_000

export type Customer = ReturnType<typeof buildCustomer> & { place: Place; registeredAt: Date }
type Address = typeof addresses.$inferInsert & { id: string }

/** The invented shop's customers with their addresses, the eldest first. */
export function inventCustomers(rand: Random, now: Date, size: number) {
  const weighted = places.flatMap((place) => Array.from({ length: place.weight }, () => place))
  const people: Customer[] = []
  const homes: Address[] = []
  for (let n = 1; n <= size; n++) {
    const place = rand.pick(weighted)
    const age = Math.floor(((size - n) / size) * 4 * 365) + rand.int(1, 20)
    const registeredAt = new Date(now.getTime() - age * day - rand.int(0, day))
    const [given, givenLatin] = forms(rand.pick(place.given))
    const [family, familyLatin] = forms(rand.pick(place.family))
    const isCompany = rand.chance(0.06)
    const hasPhone = place.phone !== undefined && rand.chance(0.7)
    const customer = {
      ...buildCustomer({
        firstName: given,
        lastName: family,
        company: isCompany
          ? `${family} ${rand.pick(['& Söhne', 'Studio', 'Trading', 'Atelier', 'e.K.'])}`
          : null,
        email: `${latin(givenLatin)}.${latin(familyLatin)}${n}@${rand.pick(['mail', 'post', 'inbox', 'kunden'])}.example`,
        phone: hasPhone && place.phone ? place.phone(n) : null,
        phoneTyped: !hasPhone && rand.chance(0.05) ? 'ask at reception' : null,
        externalId: String(100_000 + n),
        source: 'shop',
        status: rand.chance(0.02) ? 'closed' : 'active',
        locale: place.locale,
        timeZone: place.timeZone,
        lastLoginAt: null,
        lastOrderAt: null,
        version: 1,
        createdAt: registeredAt,
        updatedAt: registeredAt,
      }),
      registeredAt,
      place,
    }
    const home = inventAddress(rand, customer, place, given, family)
    const isSplit = rand.chance(0.2)
    const delivery = isSplit ? inventAddress(rand, customer, place, rand.pick(place.given), family) : home
    home.kind = isSplit ? 'billing' : 'both'
    if (isSplit) delivery.kind = 'shipping'
    customer.defaultBillingAddressId = home.id
    // A few never said where to ship to: such orders cannot be processed.
    if (!rand.chance(0.03)) customer.defaultShippingAddressId = delivery.id
    people.push(customer)
    homes.push(...(isSplit ? [home, delivery] : [home]))
  }
  return { people, homes }
}

/** The row as the table takes it. */
export const rowOf = ({ place: _, ...row }: Customer): typeof customers.$inferInsert => row

function inventAddress(
  rand: Random,
  customer: { id: string; createdAt: Date },
  place: Place,
  given: Place['given'][number],
  family: string,
): Address {
  const [city, postalCode, region = null] = rand.pick(place.towns)
  const [name] = forms(given)
  const number = rand.int(1, 240)
  const street = rand.pick(place.streets)
  return buildAddress(customer.id, {
    id: newId(),
    recipient: place.familyFirst ? `${family} ${name}` : `${name} ${family}`,
    line1: place.numberFirst ? `${number} ${street}` : `${street} ${number}`,
    line2: rand.chance(0.1) ? rand.pick(['c/o Front desk', '2nd floor', 'Rear building']) : null,
    city,
    region,
    postalCode,
    country: place.country,
    createdAt: customer.createdAt,
    updatedAt: customer.createdAt,
  })
}

function forms(name: Place['given'][number]): readonly [string, string] {
  return typeof name === 'string' ? [name, name] : name
}

function latin(name: string): string {
  const plain = name.replace(/ß/g, 'ss').replace(/[łŁ]/g, 'l').replace(/[ıİ]/g, 'i').replace(/[øØ]/g, 'o')
  return plain
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
}
