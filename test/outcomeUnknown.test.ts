import { eq } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { addCustomer, addPurchase } from '../mocks/builders.ts'
import { purchases } from '../server/database/schema/purchases.ts'
import { testApp } from './support/app.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())
afterEach(() => {
  vi.restoreAllMocks()
})

const lost = () => new Error('Connection terminated unexpectedly')
const deactivation = { version: 1, reason: 'duplicate' }

async function newPurchase() {
  const { id: customerId } = await addCustomer(app.db)
  return addPurchase(app.db, customerId)
}

const deactivate = (id: string) =>
  app.as('service').post(`/api/purchases/${id}/deactivate`, deactivation, { 'Idempotency-Key': id })

async function activation(id: string) {
  const [purchase] = await app.db.select().from(purchases).where(eq(purchases.id, id))
  return purchase?.activation
}

/** The line breaks once, on the answer to this statement, which the database has carried out. */
function loseAnswerTo(statement: RegExp) {
  const { query } = pg.Client.prototype
  let isLost = false
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(async function (this: pg.Client, ...asked) {
    const answer: unknown = await Reflect.apply(query, this, asked)
    if (isLost || !statement.test(JSON.stringify(asked[0]))) return answer
    isLost = true
    throw lost()
  })
}

describe('an act whose outcome nobody heard of', () => {
  it('is not said to have changed nothing when the line breaks at its commit, and is not done twice', async () => {
    const { id } = await newPurchase()
    loseAnswerTo(/"commit"/)
    const { status, problem } = await deactivate(id)
    expect([status, problem.code]).toEqual([503, 'OUTCOME_UNKNOWN'])
    expect(await activation(id)).toBe('deactivated')
    const again = await deactivate(id)
    expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([200, 'true'])
  })

  it('is not said to have changed nothing when it cannot be read back', async () => {
    const { id } = await newPurchase()
    vi.spyOn(app.db.$client, 'query').mockImplementationOnce(() => Promise.reject(lost()))
    const { status, problem } = await deactivate(id)
    expect([status, problem.code]).toEqual([503, 'OUTCOME_UNKNOWN'])
    expect(await activation(id)).toBe('deactivated')
  })

  it('is said to have changed nothing when the line breaks before it is through', async () => {
    const { id } = await newPurchase()
    loseAnswerTo(/idempotency_keys/)
    const { status, problem } = await deactivate(id)
    expect([status, problem.code]).toEqual([503, 'DATABASE_UNAVAILABLE'])
    expect(await activation(id)).toBe('active')
  })

  it('is told the same of a correction', async () => {
    const { id } = await addCustomer(app.db)
    loseAnswerTo(/"commit"/)
    const correction = { version: 1, firstName: 'Luisa', reason: 'She said so.' }
    const { problem } = await app.as('service').put(`/api/customers/${id}`, correction)
    expect(problem.code).toBe('OUTCOME_UNKNOWN')
  })
})
