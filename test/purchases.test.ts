import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Purchase, PurchaseRow } from '../contract/purchases.ts'
import { Setting } from '../contract/settings.ts'
import { addCustomer, addPurchase } from '../mocks/builders.ts'
import { events } from '../server/database/schema/events.ts'
import { purchases } from '../server/database/schema/purchases.ts'
import { recheckOpenOrders } from '../server/purchases/recheckOpenOrders.ts'
import { shaped, testApp } from './support/app.ts'
import { look } from './support/batches.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const longAgo = new Date('2025-03-01T00:00:00.000Z')

async function quietPurchase(overrides: Parameters<typeof addPurchase>[2] = {}) {
  const customer = await addCustomer(app.db, {
    registeredAt: longAgo,
    lastLoginAt: longAgo,
    lastOrderAt: longAgo,
  })
  return addPurchase(app.db, customer.id, { placedAt: longAgo, finalAt: longAgo, ...overrides })
}

const deactivate = (
  id: string,
  body: object,
  person: 'service' | 'manager' | 'compliance' | 'auditor' = 'service',
) => app.as(person).post(`/api/purchases/${id}/deactivate`, body)

describe('deactivating a purchase', () => {
  it('customer service deactivates a delivered purchase, and the facts of that day are frozen in the record', async () => {
    const { id } = await quietPurchase()
    const purchase = shaped(Purchase, await deactivate(id, { version: 1, reason: 'inactive_account' }))
    expect(purchase.activation).toBe('deactivated')
    expect(purchase.deactivatedBy?.name).toBe('Ana Ruiz')
    expect(purchase.activityFacts).toMatchObject({
      inactiveDays: 457,
      requiredInactiveDays: 180,
      orderStatus: 'delivered',
    })
    const [event] = await app.db.select().from(events).where(eq(events.recordId, id))
    expect(event).toMatchObject({ act: 'deactivate', outcome: 'done', reason: 'inactive_account' })
  })

  it('a purchase that is still in transit is refused with the reason, and nothing changes', async () => {
    const { id } = await quietPurchase({ orderStatus: 'shipped', finalAt: null })
    const { status, problem } = await deactivate(id, { version: 1, reason: 'duplicate' })
    expect([status, problem.code]).toEqual([409, 'NOT_ELIGIBLE'])
    expect(problem.message).toContain('still in transit')
    const [row] = await app.db.select().from(purchases).where(eq(purchases.id, id))
    expect(row).toMatchObject({ activation: 'active', version: 1 })
  })

  it('a fault of the purchase itself is not told as one of the audit record, and nothing is changed', async () => {
    const { id } = await quietPurchase()
    const { $client } = app.ownerDb
    await $client.query(`ALTER TABLE purchases ADD CONSTRAINT kept CHECK (activation = 'active') NOT VALID`)
    try {
      const { status, problem } = await deactivate(id, { version: 1, reason: 'duplicate' })
      expect([status, problem.code]).toEqual([500, 'INTERNAL'])
    } finally {
      await $client.query('ALTER TABLE purchases DROP CONSTRAINT kept')
    }
    const [row] = await app.db.select().from(purchases).where(eq(purchases.id, id))
    expect(row).toMatchObject({ activation: 'active', version: 1 })
    expect(await app.db.select().from(events).where(eq(events.recordId, id))).toEqual([])
  })

  it.each(['return', 'dispute'] as const)('a purchase with an open %s is refused', async (openMatter) => {
    const { id } = await quietPurchase({ openMatter })
    expect((await deactivate(id, { version: 1, reason: 'duplicate' })).problem.code).toBe('NOT_ELIGIBLE')
  })

  it('"inactive account" is refused for a customer who signed in last month, other reasons are not', async () => {
    const customer = await addCustomer(app.db, { lastLoginAt: new Date('2026-05-02T00:00:00Z') })
    const { id } = await addPurchase(app.db, customer.id)
    const refused = await deactivate(id, { version: 1, reason: 'inactive_account' })
    expect(refused.problem.code).toBe('NOT_ELIGIBLE')
    expect(refused.problem.message).toContain('last active on 2 May 2026')
    expect((await deactivate(id, { version: 1, reason: 'customer_request' })).status).toBe(200)
  })

  it('"other" needs a sentence of at least 20 characters', async () => {
    const { id } = await quietPurchase()
    const short = await deactivate(id, { version: 1, reason: 'other', note: 'because' })
    expect([short.status, short.problem.code, Object.keys(short.problem.errors)]).toEqual([
      422,
      'INVALID',
      ['note', 'root'],
    ])
    expect(
      (await deactivate(id, { version: 1, reason: 'other', note: 'Ordered for a photo shoot by us' })).status,
    ).toBe(200)
  })

  it('compliance and auditors may not deactivate, and their attempt is an event', async () => {
    const { id } = await quietPurchase()
    for (const person of ['compliance', 'auditor'] as const) {
      expect((await deactivate(id, { version: 1, reason: 'duplicate' }, person)).problem.code).toBe(
        'FORBIDDEN',
      )
    }
    const refusals = await app.db.select().from(events).where(eq(events.recordId, id))
    expect(refusals.map(({ act, outcome, code }) => [act, outcome, code])).toEqual([
      ['deactivate', 'refused', 'FORBIDDEN'],
      ['deactivate', 'refused', 'FORBIDDEN'],
    ])
  })

  it('a stale version is refused and the answer names who changed the purchase last', async () => {
    const { id } = await quietPurchase()
    await deactivate(id, { version: 1, reason: 'duplicate' }, 'manager')
    const { status, problem } = await deactivate(id, { version: 1, reason: 'duplicate' })
    expect([status, problem.code]).toEqual([409, 'VERSION_CONFLICT'])
    expect(problem.message).toContain('Maja Lindqvist changed this')
  })

  it('a reason that nobody can see is none', async () => {
    const { id } = await quietPurchase()
    const unseen = '\u200b'.repeat(20)
    expect((await deactivate(id, { version: 1, reason: 'other', note: unseen })).status).toBe(422)
    await deactivate(id, { version: 1, reason: 'duplicate' })
    const back = await app.as('service').post(`/api/purchases/${id}/reactivate`, { version: 2, note: unseen })
    expect(back.problem.errors.note).toBe('Say why it comes back.')
    const shown = { purpose: 'other', note: unseen }
    const [row] = await app.db.select().from(purchases).where(eq(purchases.id, id))
    const reveal = await app.as('service').post(`/api/customers/${row?.customerId}/reveal`, shown)
    expect(reveal.status).toBe(422)
    const many = { action: 'deactivate', reason: 'other', ids: [id], note: unseen }
    const { dryRunId } = await look(app, 'manager', many)
    const run = await app.as('manager').post('/api/batches', { ...many, dryRunId })
    expect(Object.keys(run.problem.errors)).toContain('note')
  })

  it('of whatever the shop or Steward itself changed last, the answer names no member of staff', async () => {
    const { id } = await quietPurchase()
    await deactivate(id, { version: 1, reason: 'duplicate' }, 'manager')
    const later = new Date(app.now().getTime() + 60_000)
    await app.db
      .update(purchases)
      .set({ openMatter: 'dispute', version: 3, updatedAt: later })
      .where(eq(purchases.id, id))
    const { problem } = await app
      .as('service')
      .post(`/api/purchases/${id}/reactivate`, { version: 2, note: 'Back.' })
    expect(problem.message).toMatch(/^The shop changed this on 1 Jun 2026, 09:01 UTC/)
    expect(problem.details).toMatchObject({ by: 'The shop', byId: null, saves: [] })

    const customer = await addCustomer(app.db)
    const order = await addPurchase(app.db, customer.id, {
      orderStatus: 'pending',
      finalAt: null,
      billingSnapshot: null,
      shippingSnapshot: null,
    })
    await recheckOpenOrders(app.db, app.now())
    const stale = await app
      .as('service')
      .post(`/api/purchases/${order.id}/cancel`, { version: 1, reason: 'duplicate' })
    expect(stale.problem.message).toMatch(/^Steward changed this/)
  })

  it('deactivating twice says that it is deactivated already', async () => {
    const { id } = await quietPurchase()
    await deactivate(id, { version: 1, reason: 'duplicate' })
    expect((await deactivate(id, { version: 2, reason: 'duplicate' })).problem.code).toBe(
      'INVALID_TRANSITION',
    )
  })

  it('of fifty attempts at once one succeeds and one event is written', async () => {
    const { id } = await quietPurchase()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => deactivate(id, { version: 1, reason: 'duplicate' })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(49)
    const done = await app.db
      .select()
      .from(events)
      .where(sql`${events.recordId} = ${id} and ${events.outcome} = 'done'`)
    expect(done).toHaveLength(1)
  })

  it('a purchase that does not exist is not found', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000'
    expect((await deactivate(nobody, { version: 1, reason: 'duplicate' })).problem.code).toBe('NOT_FOUND')
  })
})

describe('reactivating a purchase', () => {
  it('brings it back with a note, and both acts stay in its history', async () => {
    const { id } = await quietPurchase()
    await deactivate(id, { version: 1, reason: 'customer_request', note: 'Asked on the phone' })
    const purchase = shaped(
      Purchase,
      await app.as('service').post(`/api/purchases/${id}/reactivate`, { version: 2, note: 'Wants it back' }),
    )
    expect(purchase.activation).toBe('active')
    expect(purchase.history.map(({ activation, note }) => [activation, note])).toEqual([
      ['active', 'Wants it back'],
      ['deactivated', 'Asked on the phone'],
    ])
    // What justified the first act that day is still to be read, though the purchase is in use again.
    expect(purchase.activityFacts).toBeNull()
    expect(purchase.history.map(({ activityFacts }) => activityFacts?.inactiveDays ?? null)).toEqual([
      null,
      457,
    ])
  })

  it('needs a note, and a purchase that is deactivated', async () => {
    const { id } = await quietPurchase()
    const reactivate = (body: object) => app.as('service').post(`/api/purchases/${id}/reactivate`, body)
    expect((await reactivate({ version: 1, note: ' ' })).problem.code).toBe('INVALID')
    expect((await reactivate({ version: 1, note: 'Wants it back' })).problem.code).toBe('INVALID_TRANSITION')
  })
})

describe('keeping purchases', () => {
  it('nobody can delete a purchase, by the API or by the rights of the application in the database', async () => {
    const { id } = await quietPurchase()
    for (const person of ['service', 'compliance', 'manager', 'auditor'] as const) {
      const { status, problem, headers } = await app.as(person).delete(`/api/purchases/${id}`)
      expect([status, problem.code]).toEqual([405, 'DELETE_NOT_ALLOWED'])
      expect(problem.message).toContain('deactivate')
      expect(headers.get('Allow')).toContain('GET')
    }
    await expect(app.db.delete(purchases)).rejects.toMatchObject({ cause: { code: '42501' } })
    await expect(app.db.execute(sql`TRUNCATE purchases CASCADE`)).rejects.toMatchObject({
      cause: { code: '42501' },
    })
    await expect(app.ownerDb.delete(purchases)).rejects.toMatchObject({ cause: { code: '23001' } })
  })

  it('totals that do not add up are refused by the database', async () => {
    const customer = await addCustomer(app.db)
    await expect(addPurchase(app.db, customer.id, { gross: 1 })).rejects.toMatchObject({
      cause: { constraint: 'purchases_add_up' },
    })
  })
})

describe('listing purchases', () => {
  it('an order number, a reference and the name of its customer find a purchase', async () => {
    const customer = await addCustomer(app.db, { firstName: 'Ödön', lastName: 'Szabó-Quist' })
    const { id } = await addPurchase(app.db, customer.id, { number: '#77-ABC' })
    const { reference } = shaped(Purchase, await app.as('service').get(`/api/purchases/${id}`))
    for (const q of ['#77-abc', '77-AB', reference, 'szabo-quist', 'odon szabo']) {
      const found = shaped(z.array(PurchaseRow), await app.as('service').list('purchases', { q }))
      expect(found.map((row) => row.id)).toContain(id)
    }
  })

  it('the activity rule suggests settled purchases of quiet customers and no others', async () => {
    const quiet = await quietPurchase()
    const disputed = await quietPurchase({ openMatter: 'dispute' })
    const lively = await addPurchase(app.db, (await addCustomer(app.db, { lastLoginAt: app.now() })).id, {
      placedAt: longAgo,
      finalAt: longAgo,
    })
    const suggested = await app
      .as('service')
      .list('purchases', { activation: 'active', inactiveSince: '2025-12-01' }, [0, 99])
    const ids = shaped(z.array(PurchaseRow), suggested).map((row) => row.id)
    expect(ids).toContain(quiet.id)
    expect(ids).not.toContain(disputed.id)
    expect(ids).not.toContain(lively.id)
  })

  it('the rule suggests a purchase from the very moment on at which it allows to put it away', async () => {
    const at = new Date(app.now().getTime() - 180 * 24 * 60 * 60_000)
    const quiet = { registeredAt: at, lastLoginAt: at, lastOrderAt: at }
    const customer = await addCustomer(app.db, quiet)
    const delivered = await addPurchase(app.db, customer.id, { placedAt: at, finalAt: at })
    const unfinished = await addPurchase(app.db, customer.id, { placedAt: at, finalAt: null })
    const suggested = async () =>
      shaped(
        z.array(PurchaseRow),
        await app.as('service').list('purchases', { suggested: true, customerId: customer.id }),
      ).map(({ id }) => id)
    expect((await suggested()).sort()).toEqual([delivered.id, unfinished.id].sort())
    const moment = app.now()
    app.at(new Date(moment.getTime() - 1).toISOString())
    expect(await suggested()).toEqual([])
    expect((await deactivate(delivered.id, { version: 1, reason: 'inactive_account' })).status).toBe(409)
    app.at(moment.toISOString())
    expect((await deactivate(delivered.id, { version: 1, reason: 'inactive_account' })).status).toBe(200)
  })

  it('are filtered by the codes of currencies and no other words, since a batch keeps its filter', async () => {
    const wrong = await app.as('service').list('purchases', { currency: '4111111111111111' })
    expect(wrong.problem.message).toBe('currency takes codes such as EUR.')
    expect((await app.as('service').list('purchases', { currency: ['EUR', 'JPY'] })).status).toBe(200)
  })

  it('the rule suggests and allows by the days that the shop set, and freezes them with the facts', async () => {
    const monthsAgo = new Date('2026-03-01T00:00:00.000Z')
    const customer = await addCustomer(app.db, {
      registeredAt: longAgo,
      lastLoginAt: longAgo,
      lastOrderAt: monthsAgo,
    })
    const { id } = await addPurchase(app.db, customer.id, { placedAt: monthsAgo, finalAt: monthsAgo })
    const hands = app.as('service')
    const isSuggested = async () =>
      z
        .array(PurchaseRow)
        .parse((await hands.list('purchases', { suggested: true }, [0, 99])).body)
        .some((row) => row.id === id)
    expect(await isSuggested()).toBe(false)
    const refused = await deactivate(id, { version: 1, reason: 'inactive_account' })
    expect(refused.problem.message).toContain('inactive after 180 days')

    const [rule] = z
      .array(Setting)
      .parse((await app.as('manager').list('settings', { key: 'deactivation' })).body)
    const inactiveDays = (days: number, version = 1) =>
      app.as('manager').put(`/api/settings/${rule?.id}`, { version, value: { inactiveDays: days } })
    await inactiveDays(92)
    expect(await isSuggested()).toBe(true)
    const done = shaped(Purchase, await deactivate(id, { version: 1, reason: 'inactive_account' }))
    expect(done.activityFacts).toMatchObject({ inactiveDays: 92, requiredInactiveDays: 92 })

    await inactiveDays(180, 2)
    const later = shaped(Purchase, await hands.get(`/api/purchases/${id}`))
    expect(later.activityFacts).toMatchObject({ requiredInactiveDays: 92 })
    expect(later.eligibility.facts).toMatchObject({ requiredInactiveDays: 180 })
    expect((await hands.list('purchases', { suggested: 'yes' })).problem.code).toBe('BAD_QUERY')
  })

  it('address snapshots are masked but for city, region and country', async () => {
    const { id } = await quietPurchase()
    const { billingSnapshot } = shaped(Purchase, await app.as('manager').get(`/api/purchases/${id}`))
    expect(billingSnapshot).toMatchObject({
      line1: 'L•••',
      recipient: 'L••• G•••',
      city: 'Berlin',
      country: 'DE',
    })
  })
})

it('the purchases of a customer are listed page by page, none twice and none left out', async () => {
  const { id: customerId } = await addCustomer(app.db)
  for (const day of [1, 2, 3, 4, 5])
    await addPurchase(app.db, customerId, {
      number: `D-${day}`,
      placedAt: new Date(`2026-03-0${day}T00:00:00.000Z`),
    })
  const pageOf = async (range: [number, number]) => {
    const answer = await app.as('service').list('purchases', { customerId }, range, ['placedAt', 'DESC'])
    const rows = shaped(z.array(PurchaseRow), answer).map(({ number }) => number)
    return { rows, range: answer.headers.get('Content-Range') }
  }
  expect(await pageOf([0, 1])).toEqual({ rows: ['D-5', 'D-4'], range: 'purchases 0-1/5' })
  expect(await pageOf([2, 3])).toEqual({ rows: ['D-3', 'D-2'], range: 'purchases 2-3/5' })
  expect(await pageOf([4, 5])).toEqual({ rows: ['D-1'], range: 'purchases 4-4/5' })
})
