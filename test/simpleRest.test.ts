import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Customer } from '../contract/customers.ts'
import { buildCustomer } from '../mocks/builders.ts'
import { customers } from '../server/database/schema/customers.ts'
import { query, shaped, testApp } from './support/app.ts'

let app: Awaited<ReturnType<typeof testApp>>
const size = 10_050
beforeAll(async () => {
  app = await testApp()
  const people = Array.from({ length: size }, (_, n) =>
    buildCustomer({
      lastName: n < 40 ? (['Ångström', 'Zola', 'de la Cruz', 'Šimić'][n % 4] ?? '') : `Person ${n}`,
      registeredAt: n % 2 ? new Date('2026-01-01T00:00:00Z') : null,
    }),
  )
  for (let from = 0; from < size; from += 1000)
    await app.db.insert(customers).values(people.slice(from, from + 1000))
})
afterAll(() => app.close())

const get = (params: string) => app.as('service').get(`/api/customers?${params}`)
const rowsOf = (answer: Awaited<ReturnType<typeof get>>) => shaped(z.array(Customer), answer)

describe('lists in the dialect of simple-rest', () => {
  it('a page says its place and the exact total of the whole table', async () => {
    const answer = await get(query({ range: [0, 9] }))
    expect(rowsOf(answer)).toHaveLength(10)
    expect(answer.headers.get('Content-Range')).toBe(`customers 0-9/${size}`)
    expect(answer.headers.get('X-Total-Capped')).toBeNull()
  })

  it('a filtered total is exact up to 10,000 and honest past that', async () => {
    const few = await get(query({ filter: { registeredAtFrom: '2026-01-01' }, range: [0, 0] }))
    expect(few.headers.get('Content-Range')).toBe(`customers 0-0/${size / 2}`)
    const many = await get(query({ filter: { status: 'active' }, range: [0, 0] }))
    expect(many.headers.get('Content-Range')).toBe('customers 0-0/10001')
    expect(many.headers.get('X-Total-Capped')).toBe('true')
  })

  it('an empty list says so', async () => {
    const answer = await get(query({ filter: { status: 'closed' } }))
    expect([answer.body, answer.headers.get('Content-Range')]).toEqual([[], 'customers */0'])
  })

  it('getMany returns every id asked for, never cut to a page', async () => {
    const ids = rowsOf(await get(query({ range: [0, 399] }))).map(({ id }) => id)
    expect(rowsOf(await get(query({ filter: { id: ids } })))).toHaveLength(400)
  })

  it('pages neither repeat nor lose a row, whatever they are sorted by', async () => {
    for (const sort of [
      ['lastName', 'ASC'],
      ['registeredAt', 'DESC'],
      ['registeredAt', 'ASC'],
      ['id', 'DESC'],
    ]) {
      const seen = new Set<string>()
      for (let from = 0; from < 3000; from += 1000) {
        for (const { id } of rowsOf(await get(query({ sort, range: [from, from + 999] })))) seen.add(id)
      }
      expect(seen.size).toBe(3000)
    }
  })

  it('names are sorted as people expect them, across scripts and accents', async () => {
    const names = rowsOf(
      await get(query({ filter: { q: 'Luisa' }, sort: ['lastName', 'ASC'], range: [0, 30] })),
    )
    expect(names[0]?.lastName).toBe('Ångström')
    const found = rowsOf(await get(query({ filter: { q: 'cruz' }, sort: ['lastName', 'DESC'] })))
    expect(found.every(({ lastName }) => lastName === 'de la Cruz')).toBe(true)
  })

  it('a term that matches nearly everything is served along the sort, with an honest total', async () => {
    const answer = await get(query({ filter: { q: 'luisa' }, range: [0, 24] }))
    expect(rowsOf(answer)).toHaveLength(25)
    expect(answer.headers.get('X-Total-Capped')).toBe('true')
  })
})

describe('queries that are refused by name', () => {
  it.each([
    ['a range backwards', query({ range: [5, 1] }), 'backwards'],
    ['a negative range', query({ range: [-1, 5] }), 'below zero'],
    ['a fractional range', query({ range: [0, 4.5] }), 'whole numbers'],
    ['a range that is no pair', query({ range: [0] }), 'pair'],
    ['more than 1,000 rows', query({ range: [0, 1000] }), '1000 rows'],
    ['an offset past 100,000', query({ range: [100_001, 100_010] }), '100000'],
    ['an absurd range', 'range=[0,1e9]', '1000 rows'],
    ['an unknown sort', query({ sort: ['constructor', 'ASC'] }), 'cannot be sorted'],
    ['SQL in a sort', query({ sort: ['id;select pg_sleep(5)', 'ASC'] }), 'cannot be sorted'],
    ['SQL in an order', query({ sort: ['id', 'ASC nulls first'] }), 'ASC or DESC'],
    ['a sort by contact data', query({ sort: ['email', 'ASC'] }), 'cannot be sorted'],
    ['an unknown filter', query({ filter: { 'id) or 1=1--': 1 } }), 'not a filter'],
    ['a filter of the prototype', 'filter={"__proto__":{"a":1}}', 'not a filter'],
    ['a filter that is a list', query({ filter: [] }), 'not a JSON object'],
    ['malformed JSON', 'filter={', 'not valid JSON'],
    ['a sort given twice', 'sort=["id","ASC"]&sort=["id","DESC"]', 'more than once'],
    ['an unknown parameter', 'limit=5', 'not a parameter'],
    ['an id that is none', query({ filter: { id: ['1; drop table'] } }), 'not an id'],
    [
      'more than 500 ids',
      query({ filter: { id: Array.from({ length: 501 }, () => crypto.randomUUID()) } }),
      '500',
    ],
    ['a value outside a closed list', query({ filter: { status: 'gone' } }), 'one of'],
    ['a date that is none', query({ filter: { registeredAtFrom: 'yesterday' } }), 'date or an instant'],
  ])('%s', async (_what, params, fault) => {
    const { status, problem } = await get(params)
    expect([status, problem.code]).toEqual([400, 'BAD_QUERY'])
    expect(problem.message).toContain(fault)
  })
})
