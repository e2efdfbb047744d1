import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { Change } from '../contract/changes.ts'
import { CustomerRecord } from '../contract/customers.ts'
import { Event } from '../contract/events.ts'
import { addCustomer } from '../mocks/builders.ts'
import { customers } from '../server/database/schema/customers.ts'
import { timelineEntries } from '../src/events/timelineEntries.ts'
import { type Person, shaped, testApp } from './support/app.ts'
import { changePhone } from './support/changePhone.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const eventsOf = async (person: Person, filter: object) =>
  shaped(z.array(Event), await app.as(person).list('events', filter, [0, 99], ['at', 'DESC']))
const changesOf = async (person: Person, customerId: string) =>
  shaped(z.array(Change), await app.as(person).list('changes', { customerId }, [0, 99], ['at', 'DESC']))

async function timeline(person: Person, customerId: string) {
  const acts = await eventsOf(person, { customerId, looks: false })
  const changed = await changesOf(person, customerId)
  return timelineEntries({ rows: acts, isMore: false }, { rows: changed, isMore: false })
}

it.each(['service', 'compliance', 'manager', 'auditor'] as const)(
  '%s reads in the timeline that the customer changed the phone and staff the name at the same time',
  async (person) => {
    const { id } = await addCustomer(app.db)
    app.at('2026-06-01T09:00:00.000Z')
    const opened = shaped(CustomerRecord, await app.as('service').get(`/api/customers/${id}`))
    app.at('2026-06-01T09:01:00.000Z')
    await changePhone(app.ownerDb, id, '+49301111111', app.now())
    app.at('2026-06-01T09:02:00.000Z')
    const body = { version: opened.version, lastName: 'Prado', reason: 'She married.' }
    expect((await app.as('service').put(`/api/customers/${id}`, body)).status).toBe(200)
    const told = await timeline(person, id)
    expect(
      told.map(({ event, changes: [change] }) => [event?.act, change?.actorKind, change?.field]),
    ).toEqual([
      ['edit', 'staff', 'lastName'],
      [undefined, 'customer', 'phone'],
    ])
    expect(told.flatMap(({ changes }) => changes.map(({ after }) => after))).toEqual([
      'Prado',
      '+49 ••• ••11',
    ])
    const [row] = await app.db.select().from(customers).where(eq(customers.id, id))
    expect(row).toMatchObject({ phone: '+49301111111', lastName: 'Prado', version: 3 })
  },
)

it('who merely looked is left out of the timeline, and shown when asked for', async () => {
  const { id } = await addCustomer(app.db)
  await app.as('manager').get(`/api/customers/${id}`)
  await app.as('manager').post(`/api/customers/${id}/close`, { version: 1, reason: 'Asked to leave.' })
  const acts = async (filter: object) =>
    (await eventsOf('manager', { customerId: id, ...filter })).map(({ act }) => act).sort()
  expect(await acts({ looks: false })).toEqual(['close'])
  expect(await acts({ looks: true })).toEqual(['open'])
  expect(await acts({})).toEqual(['close', 'open'])
  expect((await app.as('manager').list('events', { looks: 'no' })).problem.code).toBe('BAD_QUERY')
})

it('asking for less shows nobody more', async () => {
  const { id } = await addCustomer(app.db)
  await app.as('manager').get(`/api/customers/${id}`)
  expect(await eventsOf('service', { customerId: id, looks: true })).toEqual([])
})

it('the reason of a closing stands with the act', async () => {
  const { id } = await addCustomer(app.db)
  await app.as('manager').post(`/api/customers/${id}/close`, { version: 1, reason: 'Asked to leave.' })
  const [closing] = await timeline('service', id)
  expect(closing).toMatchObject({
    event: { act: 'close', by: { name: 'Maja Lindqvist' } },
    changes: [{ field: 'status', before: 'active', after: 'closed', reason: 'Asked to leave.' }],
  })
})
