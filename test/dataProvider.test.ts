// @vitest-environment jsdom
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Purchase } from '../contract/purchases.ts'
import { Revision } from '../contract/revisions.ts'
import { addCustomer, addPurchase, buildCustomer } from '../mocks/builders.ts'
import { customers } from '../server/database/schema/customers.ts'
import { purchases } from '../server/database/schema/purchases.ts'
import { newKey } from '../src/idempotencyKey.ts'
import { problemOf } from '../src/problem.ts'
import { password, testScreens } from './support/screens.ts'

let screens: Awaited<ReturnType<typeof testScreens>>
const people: { id: string }[] = []
beforeAll(async () => {
  screens = await testScreens()
  for (let n = 0; n < 30; n++) {
    people.push(
      await addCustomer(screens.db, { firstName: 'Ana', lastName: `Person ${String(n).padStart(2, '0')}` }),
    )
  }
  for (const { id } of people.slice(0, 3)) {
    await addPurchase(screens.db, id)
    await addPurchase(screens.db, id, { orderStatus: 'shipped' })
  }
})
afterAll(() => screens.close())
beforeEach(async () => {
  await screens.signIn('customer_service')
  screens.seen.length = 0
})

const byName = { field: 'lastName', order: 'ASC' } as const
const page = (number: number, perPage = 10) => ({ page: number, perPage })
const lastBody = async () => JSON.parse((await screens.seen.at(-1)?.clone().text()) ?? 'null')

async function purchaseOf(
  person: number,
  filter: object = { orderStatus: 'delivered', activation: 'active' },
) {
  const { data } = await screens.dataProvider.getManyReference('purchases', {
    target: 'customerId',
    id: people[person]?.id ?? '',
    filter,
    pagination: page(1),
    sort: { field: 'placedAt', order: 'ASC' },
  })
  const { data: whole } = await screens.dataProvider.getOne('purchases', { id: data[0]?.id })
  return Purchase.parse(whole)
}

describe('lists as the screens read them', () => {
  it('a page of customers comes with the total of all of them', async () => {
    const { data, total, meta } = await screens.dataProvider.getList('customers', {
      pagination: page(2),
      sort: byName,
      filter: {},
    })
    expect([data.length, data[0].lastName, total, meta]).toEqual([10, 'Person 10', 30, { capped: false }])
  })

  it('several customers are read at once, and past 500 in several requests', async () => {
    const ids = people.map(({ id }) => id)
    const { data } = await screens.dataProvider.getMany('customers', { ids })
    expect(data.map(({ id }) => id).sort()).toEqual([...ids].sort())

    const more = Array.from({ length: 501 }, () => buildCustomer())
    await screens.db.insert(customers).values(more)
    screens.seen.length = 0
    const all = await screens.dataProvider.getMany('customers', { ids: more.map(({ id }) => id) })
    expect([all.data.length, screens.seen.length]).toEqual([501, 2])
  })

  it('what belongs to a customer is read by the customer', async () => {
    const { data, total } = await screens.dataProvider.getManyReference('purchases', {
      target: 'customerId',
      id: people[1]?.id ?? '',
      filter: { orderStatus: 'shipped' },
      pagination: page(1),
      sort: { field: 'placedAt', order: 'DESC' },
    })
    expect([data.length, total, data[0]?.customerId]).toEqual([1, 1, people[1]?.id])
  })

  it('past 10,000 nobody counts: the list says so, and the next page goes by what came back', async () => {
    const [owner] = people
    const capped = new Response('[{"id":"1"},{"id":"2"}]', {
      headers: {
        'Content-Type': 'application/json',
        'Content-Range': 'purchases 0-1/10001',
        'X-Total-Capped': 'true',
      },
    })
    screens.answerInstead(() => capped)
    const answer = await screens.dataProvider.getList('purchases', {
      pagination: page(1, 2),
      sort: { field: 'placedAt', order: 'DESC' },
      filter: { customerId: owner?.id },
    })
    screens.answerInstead(null)
    expect(answer).toMatchObject({
      meta: { capped: true, counted: 10_000 },
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    })
    expect(answer.total).toBeUndefined()
  })

  it('a request that nobody waits for any more is called off', async () => {
    const stop = new AbortController()
    stop.abort()
    const read = screens.dataProvider.getList('customers', {
      pagination: page(1),
      sort: byName,
      filter: {},
      signal: stop.signal,
    })
    await expect(read).rejects.toMatchObject({ name: 'AbortError' })
    expect(screens.dataProvider.supportAbortSignal).toBe(true)
  })
})

describe('acts', () => {
  it('deactivating answers the whole record, and a retry with the same key writes once', async () => {
    const purchase = await purchaseOf(0)
    const act = {
      id: purchase.id,
      verb: 'deactivate',
      data: { version: purchase.version, reason: 'customer_request' },
      idempotencyKey: newKey(),
    }
    const first = Purchase.parse((await screens.dataProvider.act('purchases', act)).data)
    const again = Purchase.parse((await screens.dataProvider.act('purchases', act)).data)
    expect([first.activation, first.version, again.version]).toEqual([
      'deactivated',
      purchase.version + 1,
      purchase.version + 1,
    ])
  })

  it('a refusal carries the sentence and the fields that a form shows', async () => {
    const purchase = await purchaseOf(1)
    const data = { version: purchase.version, reason: 'other', note: 'too short' }
    const refused = await screens.dataProvider
      .act('purchases', { id: purchase.id, verb: 'deactivate', data, idempotencyKey: newKey() })
      .catch(problemOf)
    expect(refused).toMatchObject({
      code: 'INVALID',
      errors: { note: expect.stringContaining('20 characters') },
    })
  })

  it('a stale version is refused and overwrites nothing', async () => {
    const purchase = await purchaseOf(2)
    await screens.db.update(purchases).set({ version: purchase.version + 1 })
    const refused = await screens.dataProvider
      .act('purchases', {
        id: purchase.id,
        verb: 'deactivate',
        data: { version: purchase.version, reason: 'duplicate' },
        idempotencyKey: newKey(),
      })
      .catch((error: unknown) => problemOf(error)?.code)
    expect(refused).toBe('VERSION_CONFLICT')
    expect((await purchaseOf(2)).activation).toBe('active')
  })
})

describe('creating and changing', () => {
  it('a draft is made once for its form, and a change sends only what changed with the version that was read', async () => {
    await screens.signIn('manager')
    const policy = { key: 'privacy', title: 'Privacy policy', contactEmail: 'privacy@test.example' }
    const { data: made } = await screens.dataProvider.create('policies', { data: policy })
    const meta = { idempotencyKey: newKey() }
    const draft = { policyId: made.id, body: '# Privacy\n\nWe keep our promises.\n' }
    const { data: one } = await screens.dataProvider.create('revisions', { data: draft, meta })
    const { data: same } = await screens.dataProvider.create('revisions', { data: draft, meta })
    expect(same.id).toBe(one.id)

    const previousData = Revision.parse(one)
    const { data: changed } = await screens.dataProvider.update('revisions', {
      id: previousData.id,
      data: { ...previousData, changeSummary: 'Says who keeps the promises.' },
      previousData,
    })
    expect(await lastBody()).toEqual({
      version: previousData.version,
      changeSummary: 'Says who keeps the promises.',
    })
    expect(changed).toMatchObject({
      version: previousData.version + 1,
      changeSummary: 'Says who keeps the promises.',
    })
  })
})

describe('a session that ends', () => {
  it('asks the person in place and then sends the very same request again', async () => {
    const purchase = await purchaseOf(1)
    screens.clock.now = new Date(screens.clock.now.getTime() + 60 * 60_000)
    screens.asked.length = 0
    screens.whenAsked(async () => {
      await screens.signIn('customer_service')
      return true
    })
    screens.seen.length = 0
    const { data } = await screens.dataProvider.act('purchases', {
      id: purchase.id,
      verb: 'deactivate',
      data: { version: purchase.version, reason: 'duplicate' },
      idempotencyKey: newKey(),
    })
    expect(Purchase.parse(data).activation).toBe('deactivated')
    expect(screens.asked).toEqual(['signIn'])
    const keys = screens.seen.flatMap(({ headers }) => headers.get('Idempotency-Key') ?? [])
    expect([keys.length, new Set(keys).size]).toEqual([2, 1])
  })

  it('asks for the password once more before an act that decides', async () => {
    await screens.signIn('manager')
    screens.clock.now = new Date(screens.clock.now.getTime() + 6 * 60_000)
    screens.asked.length = 0
    screens.whenAsked(async () => {
      await screens.authProvider.stepUp({ password })
      return true
    })
    const data = { version: 1, reviewedSha256: '0'.repeat(64), changeSummary: 'Says who keeps the promises.' }
    const publish = { id: people[0]?.id ?? '', verb: 'publish', data, idempotencyKey: newKey() }
    const refused = await screens.dataProvider.act('revisions', publish).catch(problemOf)
    expect([screens.asked, refused]).toMatchObject([['stepUp'], { code: 'NOT_FOUND' }])
  })

  it('is over for good when the person would rather leave', async () => {
    screens.clock.now = new Date(screens.clock.now.getTime() + 60 * 60_000)
    screens.whenAsked(async () => false)
    const read = screens.dataProvider.getOne('customers', { id: people[0]?.id })
    await expect(read).rejects.toMatchObject({ status: 401 })
  })
})
