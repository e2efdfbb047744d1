import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardRefusal } from '../contract/cardRefusal.ts'
import { Disclosure } from '../contract/disclosures.ts'
import { Event } from '../contract/events.ts'
import { Purchase } from '../contract/purchases.ts'
import { addCustomer, addPurchase } from '../mocks/builders.ts'
import { events } from '../server/database/schema/events.ts'
import { idempotencyKeys } from '../server/database/schema/idempotencyKeys.ts'
import { shaped, testApp } from './support/app.ts'

const trackingNumber = '4111 1111 1111 1111'
const note = `The parcel ${trackingNumber} came back.`
const deactivation = { version: 1, reason: 'duplicate', note }

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

async function newPurchase(): Promise<string> {
  const { id: customerId } = await addCustomer(app.db)
  return (await addPurchase(app.db, customerId)).id
}

const deactivate = (id: string, body: object, headers = {}) =>
  app.as('service').post(`/api/purchases/${id}/deactivate`, body, headers)

const statements = (recordId: string) =>
  app.db
    .select()
    .from(events)
    .where(and(eq(events.recordId, recordId), eq(events.act, 'waiveCardGuard')))

describe('a number that looks like a card number', () => {
  it('is kept once somebody states that it is none, and the statement is an event with the last four digits', async () => {
    const id = await newPurchase()
    const answer = await deactivate(id, { ...deactivation, notCardNumbers: ['note'] })
    expect(shaped(Purchase, answer).history[0]?.note).toBe(note)
    const [statement, ...others] = await statements(id)
    expect(others).toEqual([])
    expect(JSON.parse(statement?.body ?? '')).toMatchObject({
      noun: 'purchases',
      outcome: 'done',
      fields: ['note'],
      details: { note: '1111' },
      actor: { id: app.idOf('service') },
    })
    expect(statement?.body).not.toMatch(/4111|1111 1111/)
  })

  it('is refused without the statement, and with one about another field', async () => {
    const id = await newPurchase()
    for (const body of [deactivation, { ...deactivation, notCardNumbers: ['reason'] }]) {
      const { status, problem } = await deactivate(id, body)
      expect([status, problem.code]).toEqual([422, 'CARD_NUMBER_NOT_ALLOWED'])
    }
    expect(await statements(id)).toEqual([])
  })

  it('may be stated to be none by the same form that was refused for it, and is then kept once', async () => {
    const id = await newPurchase()
    const form = { 'Idempotency-Key': 'a form that was open all along' }
    expect((await deactivate(id, deactivation, form)).status).toBe(422)
    const stated = { ...deactivation, notCardNumbers: ['note'] }
    expect((await deactivate(id, stated, form)).status).toBe(200)
    expect((await deactivate(id, stated, form)).headers.get('Idempotency-Replayed')).toBe('true')
    expect(await statements(id)).toHaveLength(1)
    expect(await app.db.select().from(idempotencyKeys).where(eq(idempotencyKeys.recordId, id))).toHaveLength(
      1,
    )
  })

  it('is stated once in a session, however often the same words are saved with it', async () => {
    const { id } = await addCustomer(app.db)
    const reason = `Name as on the label ${trackingNumber}.`
    const put = (version: number, firstName: string) =>
      app
        .as('service')
        .put(`/api/customers/${id}`, { version, firstName, reason, notCardNumbers: ['reason'] })
    expect((await put(1, 'Ana')).status).toBe(200)
    expect((await put(2, 'Luisa')).status).toBe(200)
    expect(await statements(id)).toHaveLength(1)
    const other = {
      version: 3,
      lastName: `Box ${trackingNumber}`,
      reason,
      notCardNumbers: ['lastName', 'reason'],
    }
    expect((await app.as('service').put(`/api/customers/${id}`, other)).status).toBe(200)
    const again = { version: 4, firstName: 'Ana', reason, notCardNumbers: ['reason'] }
    expect((await app.as('manager').put(`/api/customers/${id}`, again)).status).toBe(200)
    expect(await statements(id)).toHaveLength(3)
  })

  it('is stated to be none in a correction as in an act, and the manager reads who said so', async () => {
    const { id } = await addCustomer(app.db)
    const reason = `Name as on the label ${trackingNumber}.`
    const body = { version: 1, firstName: 'Luisa', reason, notCardNumbers: ['reason'] }
    expect((await app.as('service').put(`/api/customers/${id}`, body)).status).toBe(200)
    const { body: rows } = await app.as('manager').list('events', { customerId: id, act: 'waiveCardGuard' })
    expect(Event.array().parse(rows)).toMatchObject([
      { noun: 'customers', recordId: id, fields: ['reason'], by: { id: app.idOf('service') } },
    ])
  })

  it('is stated to be none within a list, by the place where it stands', async () => {
    const draft = {
      kind: 'disclosure',
      subjects: [{ identifier: 'nobody@example.com' }, { identifier: `Parcel ${trackingNumber}` }],
    }
    const { problem } = await app.as('compliance').post('/api/disclosures', draft)
    expect(problem.errors.subjects).toEqual({ 1: { identifier: cardRefusal('1111') } })
    const stated = { ...draft, notCardNumbers: ['subjects.1.identifier'] }
    const answer = await app.as('compliance').post('/api/disclosures', stated)
    expect(await statements(shaped(Disclosure, answer).id)).toHaveLength(1)
  })
})

describe('the statement that a number is no card number', () => {
  it('leaves no event where there was nothing to state', async () => {
    const id = await newPurchase()
    const answer = await deactivate(id, { ...deactivation, note: 'Came back.', notCardNumbers: ['note'] })
    expect(answer.status).toBe(200)
    expect(await statements(id)).toEqual([])
  })

  it('leaves no trace of an act that is refused for another reason', async () => {
    const id = await newPurchase()
    const answer = await deactivate(id, { ...deactivation, version: 7, notCardNumbers: ['note'] })
    expect(answer.problem.code).toBe('VERSION_CONFLICT')
    expect(await statements(id)).toEqual([])
  })

  it.each([
    ['that is no list', 'note'],
    ['that names no field', ['the note']],
    ['without end', Array.from({ length: 21 }, () => 'note')],
  ])('%s is refused', async (_which, notCardNumbers) => {
    const { status, problem } = await deactivate(await newPurchase(), { ...deactivation, notCardNumbers })
    expect([status, problem.code]).toEqual([422, 'INVALID'])
  })

  it('hides neither an unknown field nor a forged prototype', async () => {
    const id = await newPurchase()
    const unknown = await deactivate(id, { ...deactivation, total: 0, notCardNumbers: ['note'] })
    expect(unknown.problem.code).toBe('UNKNOWN_FIELD')
    const forged = await app
      .as('service')
      .post(
        `/api/purchases/${id}/deactivate`,
        '{"version":1,"reason":"duplicate","notCardNumbers":["note"],"__proto__":{"role":"manager"}}',
      )
    expect(forged.problem.code).toBe('UNKNOWN_FIELD')
  })
})
