import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Address, AddressRecord } from '../contract/addresses.ts'
import { Change } from '../contract/changes.ts'
import { CustomerRecord } from '../contract/customers.ts'
import { Purchase } from '../contract/purchases.ts'
import { addCustomer, addPurchase, buildAddress } from '../mocks/builders.ts'
import { addresses, customers } from '../server/database/schema/customers.ts'
import { events } from '../server/database/schema/events.ts'
import { purchases } from '../server/database/schema/purchases.ts'
import { type Answer, type Person, shaped, testApp } from './support/app.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const reason = 'The customer moved house.'
const home = {
  kind: 'both',
  recipient: 'Luisa Gonçalves',
  line1: 'Rua Nova 1',
  city: 'Lisboa',
  postalCode: '1100-001',
  country: 'PT',
}
const add = (customerId: string, fields: object = {}, person: Person = 'service') =>
  app.as(person).post('/api/addresses', { ...home, customerId, reason, ...fields })
const edit = (id: string, fields: object, version = 1, person: Person = 'service') =>
  app.as(person).put(`/api/addresses/${id}`, { version, reason, ...fields })
const retire = (id: string, fields: object = {}, version = 1, person: Person = 'service') =>
  app.as(person).post(`/api/addresses/${id}/retire`, { version, reason, ...fields })
const stored = async (id: string) => (await app.db.select().from(addresses).where(eq(addresses.id, id)))[0]
const historyOf = async (recordId: string) =>
  shaped(z.array(Change), await app.as('auditor').list('changes', { recordId }, [0, 99], ['at', 'ASC']))
const refusal = ({ status, problem }: Answer) => [status, problem.code]
const faultOf = ({ problem }: Answer, field: string) => String(problem.errors[field] ?? '')
const customer = async (id: string) =>
  shaped(CustomerRecord, await app.as('service').get(`/api/customers/${id}`))

/** A customer whose one address is the default for both. */
async function settled() {
  const { id, address } = await addCustomer(app.db)
  const defaults = { defaultBillingAddressId: address.id, defaultShippingAddressId: address.id }
  await app.db.update(customers).set(defaults).where(eq(customers.id, id))
  return { id, addressId: address.id }
}

describe('who may write addresses', () => {
  it.each([
    ['service', 201],
    ['manager', 201],
    ['compliance', 403],
    ['auditor', 403],
  ] as const)('%s is answered %i', async (person, status) => {
    const { id, address } = await addCustomer(app.db)
    expect((await add(id, {}, person)).status).toBe(status)
    const done = status === 201 ? 200 : status
    expect((await edit(address.id, { city: 'Bonn' }, 1, person)).status).toBe(done)
    expect((await retire(address.id, {}, 2, person)).status).toBe(done)
    expect((await stored(address.id))?.status).toBe(status === 201 ? 'retired' : 'live')
  })
})

describe('adding an address', () => {
  it('keeps it with its history, masked in every answer, as one event', async () => {
    const { id } = await addCustomer(app.db)
    const made = shaped(Address, await add(id, { phone: '21 000 0000' }))
    expect(made).toMatchObject({ line1: 'R•••', recipient: 'L••• G•••', city: 'Lisboa', defaultFor: [] })
    expect(await stored(made.id)).toMatchObject({ line1: 'Rua Nova 1', phone: '+351210000000' })
    const history = await historyOf(made.id)
    expect(history.map(({ field, after }) => [field, after])).toContainEqual(['line1', 'R•••'])
    expect(history.every(({ customerId, before }) => customerId === id && before === null)).toBe(true)
    const [event] = await app.db.select().from(events).where(eq(events.recordId, made.id))
    expect(event).toMatchObject({ act: 'create', customerId: id, outcome: 'done' })
    expect(event?.body).not.toMatch(/Rua|Lisboa|moved/)
  })

  it('can make it the default in the same act, which stands in the history of the customer', async () => {
    const { id } = await settled()
    const made = shaped(Address, await add(id, { kind: 'shipping', defaultFor: ['shipping'] }))
    expect(made.defaultFor).toEqual(['shipping'])
    expect(await customer(id)).toMatchObject({ defaultShippingAddressId: made.id, version: 2 })
    expect(await historyOf(id)).toMatchObject([{ field: 'defaultShippingAddressId', after: made.id, reason }])
    const wrong = await add(id, { kind: 'shipping', defaultFor: ['billing'] })
    expect(faultOf(wrong, 'defaultFor')).toBe('The address is not of this kind.')
  })

  it.each([
    ['no street', { line1: ' ' }, 'line1'],
    ['no city', { city: '' }, 'city'],
    ['no reason', { reason: '' }, 'reason'],
    ['a country in words', { country: 'Portugal' }, 'country'],
    ['a country that does not exist', { country: 'QQ' }, 'country'],
    ['a postal code of another country', { postalCode: '10115' }, 'postalCode'],
    ['a postal code with a place behind it', { country: 'BE', postalCode: '1000 Brussels' }, 'postalCode'],
    ['a postal code that lacks a digit', { country: 'US', postalCode: '1001' }, 'postalCode'],
    ['a postal code of another scheme', { country: 'GB', postalCode: '10115' }, 'postalCode'],
    ['a city that nobody can see', { city: '\u2800' }, 'city'],
    ['a masked street', { line1: 'R•••' }, 'line1'],
    ['a masked recipient', { recipient: 'L••• G•••' }, 'recipient'],
    ['a masked phone', { phone: '+351 ••• ••00' }, 'phone'],
    ['a customer who does not exist', { customerId: v7() }, 'customerId'],
  ])('refuses %s', async (_what, fields, field) => {
    const { id } = await addCustomer(app.db)
    const answer = await add(id, fields)
    expect(refusal(answer)).toEqual([422, 'INVALID'])
    expect(faultOf(answer, field)).not.toBe('')
    expect(await app.db.select().from(addresses).where(eq(addresses.customerId, id))).toHaveLength(1)
  })

  it.each([
    ['GB', 'sw1a 1aa'],
    ['NL', '1012AB'],
    ['IE', 'D02 X285'],
    ['IE', 'd02x285'],
    ['PT', '1100001'],
    ['JP', '1000001'],
    ['PL', '00950'],
    ['IN', '110 001'],
    ['LV', '1010'],
    ['MD', 'MD-2001'],
    ['AZ', 'AZ 1000'],
    ['KZ', 'Z05T3D4'],
    ['KH', '120101'],
    ['SA', '12345-6789'],
    ['AR', '1425'],
    ['VE', '1010-A'],
    ['GB', 'BFPO 801'],
    ['FK', 'FIQQ1ZZ'],
    ['HK', null],
    ['AE', 'any at all'],
  ])('takes the postal codes of %s as people write them: %s', async (country, postalCode) => {
    const { id } = await addCustomer(app.db)
    expect((await add(id, { country, postalCode })).status).toBe(201)
  })

  it('twice with one key adds one', async () => {
    const { id } = await addCustomer(app.db)
    const twice = () =>
      app.as('service').post('/api/addresses', { ...home, customerId: id, reason }, { 'Idempotency-Key': id })
    expect([(await twice()).status, (await twice()).status]).toEqual([201, 201])
    expect(await app.db.select().from(addresses).where(eq(addresses.customerId, id))).toHaveLength(2)
  })
})

describe('correcting an address', () => {
  it('changes the named fields alone and never what past purchases copied of it', async () => {
    const { id, addressId } = await settled()
    const purchase = await addPurchase(app.db, id)
    const fields = { line1: 'Am Markt 2', recipient: 'L. Prado', city: 'Bonn', postalCode: '53111' }
    expect(shaped(Address, await edit(addressId, fields))).toMatchObject({ city: 'Bonn', version: 2 })
    expect((await retire(addressId, { replacementId: null }, 2)).status).toBe(200)
    const [kept] = await app.db.select().from(purchases).where(eq(purchases.id, purchase.id))
    for (const snapshot of [kept?.billingSnapshot, kept?.shippingSnapshot])
      expect(snapshot).toMatchObject({ line1: 'Lindenallee 12', city: 'Berlin', postalCode: '10115' })
    expect(kept?.version).toBe(1)
    const shown = shaped(Purchase, await app.as('service').get(`/api/purchases/${purchase.id}`))
    expect(shown.shippingSnapshot).toMatchObject({ line1: 'L•••', city: 'Berlin' })
    expect((await historyOf(addressId)).map(({ field, before, after }) => [field, before, after])).toEqual([
      ['recipient', 'L••• G•••', 'L••• P•••'],
      ['line1', 'L•••', 'A•••'],
      ['city', 'Berlin', 'Bonn'],
      ['postalCode', '10115', '53111'],
      ['status', 'live', 'retired'],
    ])
  })

  it('does not ask again about an odd postal code that came in with an import', async () => {
    const { id } = await addCustomer(app.db)
    const odd = buildAddress(id, { postalCode: 'D-1' })
    await app.db.insert(addresses).values(odd)
    expect((await edit(odd.id, { city: 'Bonn' })).status).toBe(200)
    expect(faultOf(await edit(odd.id, { postalCode: 'D-2' }, 2), 'postalCode')).toBe(
      'This is not a postal code of Germany.',
    )
    expect(faultOf(await edit(odd.id, { country: 'FR' }, 2), 'postalCode')).not.toBe('')
  })

  it('keeps a default address fit for its use', async () => {
    const { addressId } = await settled()
    expect(faultOf(await edit(addressId, { kind: 'billing' }), 'kind')).toBe(
      'This is the default address for shipping. Choose another default first.',
    )
    expect(faultOf(await edit(addressId, { kind: 'shipping' }), 'kind')).toMatch(/for billing/)
  })

  it('by two people at once shows the second what the first changed', async () => {
    const { address } = await addCustomer(app.db)
    await edit(address.id, { line1: 'Am Markt 2' }, 1, 'manager')
    const answer = await edit(address.id, { line1: 'Am Markt 3' })
    expect(refusal(answer)).toEqual([409, 'VERSION_CONFLICT'])
    expect(answer.problem.details).toMatchObject({
      fields: ['line1'],
      changes: [{ field: 'line1', before: 'L•••', after: 'A•••', by: { name: 'Maja Lindqvist' }, reason }],
    })
    expect((await stored(address.id))?.line1).toBe('Am Markt 2')
  })
})

describe('the source of each field of an address', () => {
  it('is how the customer came in until somebody changes it', async () => {
    const { id, address } = await addCustomer(app.db, { source: 'shop', externalId: v7() })
    await edit(address.id, { city: 'Bonn' })
    const { provenance } = shaped(AddressRecord, await app.as('auditor').get(`/api/addresses/${address.id}`))
    expect(provenance).toMatchObject({
      city: { source: 'staff', at: '2026-06-01T09:00:00.000Z' },
      line1: { source: 'import', at: '2026-01-01T00:00:00.000Z' },
    })
    expect(provenance).not.toHaveProperty('line2')
    const made = shaped(AddressRecord, await add(id))
    expect(made.provenance.line1?.source).toBe('staff')
  })
})

describe('retiring an address', () => {
  it('keeps it, out of use, and it stays as it was', async () => {
    const { address } = await addCustomer(app.db)
    expect(shaped(Address, await retire(address.id))).toMatchObject({ status: 'retired', version: 2 })
    expect(refusal(await retire(address.id, {}, 2))).toEqual([409, 'INVALID_TRANSITION'])
    expect(refusal(await edit(address.id, { city: 'Bonn' }, 2))).toEqual([409, 'INVALID_TRANSITION'])
    expect((await app.as('manager').delete(`/api/addresses/${address.id}`)).problem.code).toBe(
      'DELETE_NOT_ALLOWED',
    )
  })

  it('of a default asks what takes its place', async () => {
    const { id, addressId } = await settled()
    const unasked = await retire(addressId)
    expect(refusal(unasked)).toEqual([422, 'INVALID'])
    expect(faultOf(unasked, 'replacementId')).toMatch(/^This is the default address for billing and shipping/)
    const billing = buildAddress(id, { kind: 'billing' })
    const next = buildAddress(id)
    const stranger = await addCustomer(app.db)
    await app.db.insert(addresses).values([billing, next])
    for (const replacementId of [billing.id, stranger.address.id, addressId])
      expect(faultOf(await retire(addressId, { replacementId }), 'replacementId')).toMatch(/^Choose another/)
    expect((await stored(addressId))?.status).toBe('live')

    expect((await retire(addressId, { replacementId: next.id })).status).toBe(200)
    expect(await customer(id)).toMatchObject({
      defaultBillingAddressId: next.id,
      defaultShippingAddressId: next.id,
      version: 2,
    })
    const written = await app.db
      .select({ noun: events.noun, act: events.act })
      .from(events)
      .where(and(eq(events.customerId, id), eq(events.outcome, 'done')))
    expect(written.filter(({ act }) => act !== 'open').map(({ noun, act }) => `${noun}.${act}`)).toEqual([
      'addresses.retire',
      'customers.edit',
    ])
  })

  it('of a default may leave none, if that is said', async () => {
    const { id, addressId } = await settled()
    expect((await retire(addressId, { replacementId: null })).status).toBe(200)
    expect(await customer(id)).toMatchObject({
      defaultBillingAddressId: null,
      defaultShippingAddressId: null,
      city: null,
    })
  })

  it('of one that is no default takes no replacement', async () => {
    const { id, address } = await addCustomer(app.db)
    const next = buildAddress(id)
    await app.db.insert(addresses).values(next)
    expect(faultOf(await retire(address.id, { replacementId: next.id }), 'replacementId')).toMatch(
      /no default/,
    )
  })
})

describe('addresses of an erased customer', () => {
  it('are never written back', async () => {
    const { id, address } = await addCustomer(app.db, { status: 'erased' })
    const answers = [await add(id), await edit(address.id, { city: 'Bonn' }), await retire(address.id)]
    for (const answer of answers) expect(refusal(answer)).toEqual([409, 'CUSTOMER_ERASED'])
    expect(await stored(address.id)).toMatchObject({ city: 'Berlin', status: 'live', version: 1 })
  })
})
