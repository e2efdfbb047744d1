import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { asStands, isAs } from '../src/lists/views/standing.ts'
import { isMeant, isNumber } from '../src/palette/choices.ts'
import { testApp } from './support/app.ts'
import { policyWork } from './support/policies.ts'

describe('what is offered without asking the server', () => {
  it.each([
    ['Deactivate purchase P-2026-000917', 'deact', true],
    ['Deactivate purchase P-2026-000917', 'purch 000917', true],
    ['Deactivate purchase P-2026-000917', 'PURCHASE', true],
    ['Événements', 'evenem', true],
    ['Customers', 'tom', false],
    ['Customers', '', true],
    ['Policies', 'poli x', false],
  ])('“%s” is meant by “%s”: %s', (label, typed, meant) => {
    expect(isMeant(label, typed)).toBe(meant)
  })
})

it.each([
  ['#1042', '1042', true],
  ['#1042', '#1042', true],
  ['1042', '#1042', true],
  ['A-7B', 'a-7b', true],
  ['#10421', '1042', false],
  ['#21042', '1042', false],
])('the order %s is the one meant by “%s”: %s', (number, typed, meant) => {
  expect(isNumber(number, typed)).toBe(meant)
})

describe('a list stands as a view has it', () => {
  const sort = { field: 'placedAt', order: 'ASC' } as const
  const columns = { all: ['reference', 'number', 'gross'], shown: ['reference', 'gross'] }
  const stands = asStands({ orderStatus: ['shipped'], activation: 'active' }, sort, columns)

  it('whatever the order of its filters and columns', () => {
    const view = {
      ...stands,
      filter: { activation: 'active', orderStatus: ['shipped'] },
      columns: ['gross', 'reference'],
    }
    expect(isAs(view, stands)).toBe(true)
  })

  it('but not with another filter, order or column', () => {
    expect(isAs({ ...stands, filter: { activation: 'active' } }, stands)).toBe(false)
    expect(isAs({ ...stands, sort: ['placedAt', 'DESC'] }, stands)).toBe(false)
    expect(isAs({ ...stands, columns: ['reference'] }, stands)).toBe(false)
  })

  it('where a phone shows no columns, those of the view do not matter', () => {
    expect(isAs(stands, asStands(stands.filter, sort, null))).toBe(true)
  })
})

describe('policies and revisions are searched by their words', () => {
  let app: Awaited<ReturnType<typeof testApp>>
  beforeAll(async () => {
    app = await testApp()
    const work = policyWork(app)
    const privacy = await work.addPolicy('privacy', 'Datenschutz bei Lämplein')
    await work.addPolicy('terms', 'Terms of sale')
    await work.draft(privacy.id, 'Words.')
  })
  afterAll(() => app.close())

  const keys = async (q: string) =>
    z
      .array(z.object({ key: z.string() }))
      .parse((await app.as('service').list('policies', { q })).body)
      .map(({ key }) => key)
  const drafts = async (q: string) =>
    (await app.as('service').list('revisions', { q })).headers.get('Content-Range')

  it('by title without accents, by key, and by every word of several', async () => {
    expect(await keys('lamplein')).toEqual(['privacy'])
    expect(await keys('sale terms')).toEqual(['terms'])
    expect(await keys('terms privacy')).toEqual([])
    expect(await keys('100%')).toEqual([])
  })

  it('a revision by its policy and whether it is a draft', async () => {
    expect(await drafts('privacy draft')).toBe('revisions 0-0/1')
    expect(await drafts('terms draft')).toBe('revisions */0')
  })
})
