import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Customer, RevealedCustomer } from '../contract/customers.ts'
import { addCustomer, addPurchase } from '../mocks/builders.ts'
import { customers, reveals } from '../server/database/schema/customers.ts'
import { events } from '../server/database/schema/events.ts'
import { shaped, testApp } from './support/app.ts'

let app: Awaited<ReturnType<typeof testApp>>
let luis: Awaited<ReturnType<typeof addCustomer>>
beforeAll(async () => {
  app = await testApp()
  luis = await addCustomer(app.db, {
    firstName: 'Luís',
    lastName: 'Gonçalves',
    company: 'Aeronáutica S.A.',
    email: 'luisg@aero.example',
    phone: '+551239235555',
  })
})
afterAll(() => app.close())

const names = async (q: string) =>
  shaped(z.array(Customer), await app.as('service').list('customers', { q }, [0, 999])).map(
    ({ name }) => name,
  )

describe('finding a customer', () => {
  it.each([
    ['a name without its accents', 'goncalves'],
    ['part of a name, in capitals', 'ONÇALV'],
    ['first and last name in either order', 'gonçalves luís'],
    ['the company', 'aeronautica'],
    ['part of the e-mail address', 'luisg@ae'],
    ['the digits of the phone as typed nationally', '(012) 3923-5555'],
    ['the last digits of the phone', '5555'],
  ])('by %s', async (_what, q) => {
    expect(await names(q)).toContain('Luís Gonçalves')
  })

  it.each([
    ['Ελένη', 'Παπαδοπούλου', 'παπαδοπουλου'],
    ['ΓΙΩΡΓΟΣ', 'Αγγελόπουλος', 'γιωργος αγγελοπουλος'],
    ['Łukasz', 'Straße', 'LUKASZ STRASSE'],
    ['İnan', 'Çelik', 'inan celik'],
    ['Сёмен', 'Ёлкин', 'елкин'],
    ['Nguyễn', 'Thị Ánh', 'nguyen thi anh'],
    ['민준', '김', '민준'],
    ['さくら', '佐藤', '佐藤'],
  ])('%s %s is found by %s', async (firstName, lastName, q) => {
    await addCustomer(app.db, { firstName, lastName })
    expect(await names(q)).toContain(`${firstName} ${lastName}`)
  })

  it('by the reference that staff speak aloud', async () => {
    const { reference } = shaped(Customer, await app.as('service').get(`/api/customers/${luis.id}`))
    expect(reference).toMatch(/^C-\d{6}$/)
    expect(await names(reference.toLowerCase())).toEqual(['Luís Gonçalves'])
  })

  it('two letters look at names, not at every mail address', async () => {
    expect(await names('ae')).toEqual(['Luís Gonçalves'])
    expect(await names('ex')).toEqual([])
  })

  it('three digits are no phone number, and wildcards mean themselves', async () => {
    expect(await names('555')).toEqual([])
    expect(await names('%')).toEqual([])
    expect(await names('____')).toEqual([])
  })

  it('a search is an event that holds a keyed hash and never the words', async () => {
    await app.as('service2').list('customers', { q: 'goncalves' })
    await app.as('service2').list('customers', { q: 'goncalves' })
    const found = await app.db
      .select()
      .from(events)
      .where(sql`${events.act} = 'search' and ${events.actorId} = ${app.idOf('service2')}`)
    expect(found).toHaveLength(1)
    expect(found[0]?.body).not.toContain('goncalves')
  })

  it('a search is an event from whatever row on it is read, and one however many pages are turned', async () => {
    const bySearcher = sql`${events.act} = 'search' and ${events.actorId} = ${app.idOf('manager2')}`
    const searches = async () => (await app.db.select().from(events).where(bySearcher)).length
    const before = await searches()
    for (const range of [
      [1, 25],
      [26, 50],
      [0, 25],
    ])
      expect((await app.as('manager2').list('customers', { q: 'luisa' }, range)).status).toBe(200)
    expect(await searches()).toBe(before + 1)
  })

  it('nobody can sort or filter by contact data', async () => {
    const filtered = await app.as('manager').list('customers', { email: 'luisg@aero.example' })
    expect([filtered.status, filtered.problem.code]).toEqual([400, 'BAD_QUERY'])
    expect((await app.as('manager').list('customers', {}, [0, 9], ['email', 'ASC'])).problem.code).toBe(
      'BAD_QUERY',
    )
  })
})

describe('contact data', () => {
  it.each(['service', 'compliance', 'manager', 'auditor'] as const)(
    'is masked for %s, in lists and on pages alike',
    async (person) => {
      const one = shaped(Customer, await app.as(person).get(`/api/customers/${luis.id}`))
      const [row] = shaped(z.array(Customer), await app.as(person).list('customers', { id: [luis.id] }))
      expect(one).toEqual(row)
      expect(one.email).toBe('l•••@aero.example')
      expect(one.phone).not.toContain('3923')
    },
  )

  it('is revealed for a purpose, for five minutes, and that is an event and a kept reason', async () => {
    const answer = await app
      .as('service')
      .post(`/api/customers/${luis.id}/reveal`, { purpose: 'customer_request' })
    const revealed = shaped(RevealedCustomer, answer)
    expect(revealed).toMatchObject({
      email: 'luisg@aero.example',
      phone: '+551239235555',
      until: '2026-06-01T09:05:00.000Z',
    })
    expect(revealed.addresses[0]?.line1).toBe('Lindenallee 12')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    const [event] = await app.db
      .select()
      .from(events)
      .where(sql`${events.act} = 'reveal' and ${events.recordId} = ${luis.id}`)
    expect(event).toMatchObject({ outcome: 'done', reason: 'customer_request', customerId: luis.id })
    expect(event?.body).not.toMatch(/luisg|3923/)
  })

  it('opens the addresses that a purchase of the customer copied, whatever was corrected since, and nobody else’s', async () => {
    const bought = await addPurchase(app.db, luis.id)
    const stranger = await addPurchase(app.db, (await addCustomer(app.db)).id)
    const changed = { version: 1, reason: 'Moved house.', line1: 'Am Markt 2' }
    await app.as('service').put(`/api/addresses/${luis.address.id}`, changed)
    const reveal = (purchaseId: string) =>
      app.as('service').post(`/api/customers/${luis.id}/reveal`, { purpose: 'order_problem', purchaseId })
    const { purchase, addresses } = shaped(RevealedCustomer, await reveal(bought.id))
    expect(addresses[0]?.line1).toBe('Am Markt 2')
    expect(purchase).toMatchObject({ id: bought.id, shippingSnapshot: { line1: 'Lindenallee 12' } })
    const before = await app.db.select().from(reveals)
    const refused = await reveal(stranger.id)
    expect([refused.status, refused.problem.errors.purchaseId]).toEqual([
      422,
      'This customer has no such purchase.',
    ])
    expect(await app.db.select().from(reveals)).toHaveLength(before.length)
  })

  it('without a purpose, or for "other" without a note, nothing is revealed', async () => {
    const reveal = (body: object) => app.as('service').post(`/api/customers/${luis.id}/reveal`, body)
    expect((await reveal({})).problem.code).toBe('INVALID')
    expect(Object.keys((await reveal({ purpose: 'other', note: 'why' })).problem.errors)).toContain('note')
    expect((await reveal({ purpose: 'promotion' })).status).toBe(422)
  })

  it.each([
    ['reveal', { purpose: 'customer_request' }],
    ['close', { version: 1, reason: 'Asked by telephone to close it.' }],
  ])('an address that no record can have answers %s with 404', async (verb, body) => {
    const { status, problem } = await app.as('manager').post(`/api/customers/nobody/${verb}`, body)
    expect([status, problem.code]).toEqual([404, 'NOT_FOUND'])
  })

  it('an auditor may not reveal', async () => {
    const { problem } = await app
      .as('auditor')
      .post(`/api/customers/${luis.id}/reveal`, { purpose: 'legal_duty' })
    expect(problem.code).toBe('FORBIDDEN')
  })

  it('the 201st reveal of a day is refused, and the next day it is not', async () => {
    const at = app.now()
    const until = new Date(at.getTime() + 300_000)
    const spent = Array.from({ length: 200 }, () => ({
      id: crypto.randomUUID(),
      customerId: luis.id,
      purpose: 'customer_request',
      by: app.idOf('manager2'),
      at,
      until,
    }))
    await app.db.insert(reveals).values(spent)
    const reveal = () =>
      app.as('manager2').post(`/api/customers/${luis.id}/reveal`, { purpose: 'order_problem' })
    const refused = await reveal()
    expect([refused.status, refused.problem.code]).toEqual([429, 'REVEAL_BUDGET_SPENT'])
    app.at('2026-06-02T09:00:01.000Z')
    expect((await reveal()).status).toBe(200)
    app.at('2026-06-01T09:00:00.000Z')
  })

  it('of twelve reveals at once by somebody who has two left, two are shown', async () => {
    const at = app.now()
    const spent = Array.from({ length: 198 }, () => ({
      id: crypto.randomUUID(),
      customerId: luis.id,
      purpose: 'customer_request',
      by: app.idOf('compliance2'),
      at,
      until: at,
    }))
    await app.db.insert(reveals).values(spent)
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        app.as('compliance2').post(`/api/customers/${luis.id}/reveal`, { purpose: 'legal_duty' }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
  })

  it('of an erased customer cannot be revealed', async () => {
    const erased = await addCustomer(app.db, { status: 'erased' })
    const { problem } = await app
      .as('manager')
      .post(`/api/customers/${erased.id}/reveal`, { purpose: 'legal_duty' })
    expect(problem.code).toBe('CUSTOMER_ERASED')
  })
})

describe('opening a customer', () => {
  it('is one event for each session, record and ten minutes', async () => {
    const { id } = await addCustomer(app.db)
    const open = () => app.as('service').get(`/api/customers/${id}`)
    const opened = async () =>
      (await app.db.select().from(events).where(sql`${events.act} = 'open' and ${events.recordId} = ${id}`))
        .length
    await open()
    await open()
    expect(await opened()).toBe(1)
    app.at('2026-06-01T09:11:00.000Z')
    await open()
    expect(await opened()).toBe(2)
    app.at('2026-06-01T09:00:00.000Z')
  })

  it('shows nothing when the audit log cannot be written', async () => {
    const { id } = await addCustomer(app.db)
    await app.ownerDb.execute(sql`REVOKE EXECUTE ON FUNCTION append_events FROM steward_app`)
    const { status, problem } = await app.as('service').get(`/api/customers/${id}`)
    await app.ownerDb.execute(sql`GRANT EXECUTE ON FUNCTION append_events TO steward_app`)
    expect([status, problem.code]).toEqual([503, 'AUDIT_UNAVAILABLE'])
  })
})

describe('keeping customers', () => {
  it('nobody can delete one', async () => {
    expect((await app.as('manager').delete(`/api/customers/${luis.id}`)).problem.code).toBe(
      'DELETE_NOT_ALLOWED',
    )
    await expect(app.db.delete(customers).where(eq(customers.id, luis.id))).rejects.toMatchObject({
      cause: { code: '42501' },
    })
  })
})
