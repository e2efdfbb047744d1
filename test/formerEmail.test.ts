import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { Customer, CustomerRow } from '../contract/customers.ts'
import { Disclosure } from '../contract/disclosures.ts'
import { addCustomer } from '../mocks/builders.ts'
import { type Person, shaped, testApp } from './support/app.ts'
import { requestsOf, subpoena } from './support/disclosures.ts'

const shared = 'The.Weavers@mail.example'
let app: Awaited<ReturnType<typeof testApp>>
let vera: string
let paul: string
let mara: string

beforeAll(async () => {
  app = await testApp()
  const add = async (firstName: string, email: string) =>
    (await addCustomer(app.db, { firstName, lastName: 'Weaver', email })).id
  vera = await add('Vera', shared)
  await correct(vera, 'vera.weaver@post.example')
  paul = await add('Paul', shared)
  mara = await add('Mara', 'mara@mail.example')
})
afterAll(() => app.close())

async function correct(id: string, email: string) {
  const { version } = shaped(Customer, await app.as('service').get(`/api/customers/${id}`))
  const body = { version, email, reason: 'The customer called.' }
  expect((await app.as('service').put(`/api/customers/${id}`, body)).status).toBe(200)
}

async function found(q: string, person: Person = 'compliance') {
  const rows = shaped(z.array(CustomerRow), await app.as(person).list('customers', { q }))
  return Object.fromEntries(rows.map(({ id, foundBy = 'what it shows' }) => [id, foundBy]))
}

it.each(['service', 'compliance', 'manager', 'auditor'] as const)(
  'an address that two people had finds both, and says for whom it is a former one (%s)',
  async (person) => {
    const both = { [vera]: 'former_email', [paul]: 'what it shows' }
    expect(await found(shared, person)).toEqual(both)
    expect(await found(`  ${shared.toUpperCase()} `, person)).toEqual(both)
  },
)

it('part of a former address, a misspelling and an address nobody had find nobody by it', async () => {
  expect(await found('weavers@mail.example')).toEqual({ [paul]: 'what it shows' })
  expect(await found('the.waevers@mail.example')).toEqual({})
  expect(await found('mara@mial.example')).toEqual({})
  expect(await found('mara@mail.example')).toEqual({ [mara]: 'what it shows' })
})

it('an address that came back to its owner is no former one', async () => {
  const first = 'noor@mail.example'
  const { id } = await addCustomer(app.db, { firstName: 'Noor', email: first })
  await correct(id, 'noor@post.example')
  expect(await found(first)).toEqual({ [id]: 'former_email' })
  await correct(id, first)
  expect(await found(first)).toEqual({ [id]: 'what it shows' })
  expect(await found('noor@post.example')).toEqual({ [id]: 'former_email' })
})

it('what a search found by a former address shows no address in clear', async () => {
  const { body } = await app.as('compliance').list('customers', { q: shared })
  expect(JSON.stringify(body)).not.toMatch(/weavers@|vera\.weaver@/i)
})

it('a subpoena that names three addresses: two people for one, one exact, one misspelled, each decided by itself', async () => {
  const { act, verified } = requestsOf(app)
  const subjects = [
    { customerId: paul, identifier: shared, matchConfidence: 'exact' },
    { customerId: vera, identifier: shared, matchConfidence: 'probable' },
    { customerId: mara, identifier: 'mara@mail.example', matchConfidence: 'exact' },
    { identifier: 'mraa@mail.example', matchConfidence: 'none' },
  ]
  const body = { ...subpoena([], { subjects }), log: { assignTo: app.idOf('compliance') } }
  const request = shaped(Disclosure, await app.as('compliance').post('/api/disclosures', body))
  expect(request.subjects.map(({ customerId, matchConfidence }) => [customerId, matchConfidence])).toEqual([
    [paul, 'exact'],
    [vera, 'probable'],
    [mara, 'exact'],
    [null, 'none'],
  ])
  const [first, second, third, fourth] = request.subjects.map(({ id }) => id)
  const proposed = await act('compliance', 'propose', await verified(request), {
    decisions: [
      { subjectId: first, decision: 'produce' },
      { subjectId: second, decision: 'exclude', reason: 'mismatch', reasonText: 'She gave the address up.' },
      { subjectId: third, decision: 'exclude', reason: 'not_named' },
      { subjectId: fourth, decision: 'no_data' },
    ],
  })
  expect(proposed.subjects.map(({ decision, reason }) => [decision, reason])).toEqual([
    ['produce', null],
    ['exclude', 'mismatch'],
    ['exclude', 'not_named'],
    ['no_data', null],
  ])
})

it('whose address it was is read from an index of its own, at any length of the history', async () => {
  await app.ownerDb.execute(sql`
    INSERT INTO customers (id, last_name, email, created_at, updated_at)
    SELECT gen_random_uuid(), 'Viele', 'viele' || n || '@many.example', now(), now() FROM generate_series(1, 3000) AS n`)
  await app.ownerDb.execute(sql`VACUUM (ANALYZE) customers`)
  const plan = await app.db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL enable_seqscan = off`)
    return tx.execute(sql`EXPLAIN SELECT id FROM customers WHERE search_text LIKE '%x@y.example%' OR id = ANY (ARRAY(
      SELECT customer_id FROM changes WHERE noun = 'customers' AND field = 'email' AND before IS NOT NULL AND lower(before) = lower('x@y.example')))`)
  })
  const text = JSON.stringify(plan.rows)
  expect(text).toContain('changes_former_email')
  expect(text).toContain('customers_search')
  expect(text).not.toContain('Seq Scan')
})
