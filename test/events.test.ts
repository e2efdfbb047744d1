import { createHmac } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Event } from '../contract/events.ts'
import type { Role } from '../contract/permissions.ts'
import type { Staff } from '../server/caller.ts'
import { customers, reveals } from '../server/database/schema/customers.ts'
import { disclosures } from '../server/database/schema/disclosures.ts'
import { events } from '../server/database/schema/events.ts'
import { append, appendAll } from '../server/events/append.ts'
import type { Entry } from '../server/events/entry.ts'
import { recordOpening, recordSearch, sweepOpenings } from '../server/events/openings.ts'
import { orAuditUnavailable } from '../server/events/orAuditUnavailable.ts'
import { recordRefusal } from '../server/events/refusals.ts'
import { verifyEvents } from '../server/events/verify.ts'
import { type Person, shaped, testApp } from './support/app.ts'

const List = z.array(Event)
let shop: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  shop = await testApp()
})
afterAll(() => shop.close())

const roleOf: Record<Person, Role> = {
  service: 'customer_service',
  service2: 'customer_service',
  compliance: 'compliance',
  compliance2: 'compliance',
  manager: 'manager',
  manager2: 'manager',
  auditor: 'auditor',
}

/** Somebody in a request of their own. */
function somebody(person: Person = 'service', requestId: string = v7()): Staff {
  return {
    kind: 'staff',
    id: shop.idOf(person),
    name: person,
    role: roleOf[person],
    session: v7(),
    requestId,
  }
}

function deactivation(by: Staff, id: string = v7()): Entry {
  return {
    by,
    now: shop.now(),
    act: 'deactivate',
    noun: 'purchases',
    id,
    customerId: v7(),
    reason: 'duplicate',
  }
}

async function makeCustomer() {
  const id = v7()
  await shop.db
    .insert(customers)
    .values({ id, firstName: 'Luís', createdAt: shop.now(), updatedAt: shop.now() })
  return id
}

const eventsOf = (requestId: string) => shop.db.select().from(events).where(eq(events.requestId, requestId))
const total = async () =>
  (await shop.db.execute<{ n: number }>(sql`SELECT count(*) AS n FROM events`)).rows[0]?.n ?? 0

describe('the audit record', () => {
  test('holds the act, the person with the role of that day, and nothing that was typed', async () => {
    const by = somebody('manager')
    const entry = { ...deactivation(by), fields: ['activation'], details: { round: 2 } }
    await shop.db.transaction((tx) => append(tx, entry))
    const [event] = await eventsOf(by.requestId)
    expect(event).toMatchObject({
      at: shop.now(),
      actorKind: 'staff',
      actorId: by.id,
      actorRole: 'manager',
      sessionId: by.session,
      act: 'deactivate',
      noun: 'purchases',
      recordId: entry.id,
      customerId: entry.customerId,
      outcome: 'done',
      reason: 'duplicate',
      fields: ['activation'],
    })
    expect(JSON.parse(event?.body ?? '')).toMatchObject({ details: { round: 2 }, actor: { id: by.id } })
  })

  test.each([
    ['a name', { reason: 'Luís Gonçalves' }],
    ['a sentence', { details: { note: 'she called twice' } }],
    ['an e-mail address', { details: { email: 'luis@example.com' } }],
    ['a changed value', { fields: ['phone: +55 12 3923-5555'] }],
    ['words as an id', { id: 'Luís Gonçalves' }],
    ['a customer who is no id', { customerId: 'luis' }],
  ])('refuses %s, so that erasing a person leaves every chain valid', async (_what, personal) => {
    const by = somebody()
    const written = shop.db.transaction((tx) => append(tx, { ...deactivation(by), ...personal }))
    await expect(written).rejects.toThrow(TypeError)
    expect(await eventsOf(by.requestId)).toEqual([])
  })

  test('keeps an id that came in capitals valid', async () => {
    const by = somebody()
    await shop.db.transaction((tx) => append(tx, deactivation(by, v7().toUpperCase())))
    expect(await verifyEvents(shop.db)).toMatchObject({ ok: true })
  })

  test('takes back an event together with the act that it belongs to', async () => {
    const by = somebody()
    const undone = shop.db.transaction(async (tx) => {
      await append(tx, deactivation(by))
      throw new Error('the act failed after all')
    })
    await expect(undone).rejects.toThrow('the act failed after all')
    expect(await eventsOf(by.requestId)).toEqual([])
    expect(await verifyEvents(shop.db)).toMatchObject({ ok: true })
  })

  test('keeps every chain gapless while 50 people act at once', async () => {
    const before = await total()
    await Promise.all(
      Array.from({ length: 50 }, (_, person) => {
        const by = somebody('service', `request-${person}`)
        return shop.db.transaction((tx) =>
          appendAll(tx, [deactivation(by), deactivation(by), deactivation(by)]),
        )
      }),
    )
    expect(await verifyEvents(shop.db)).toMatchObject({ ok: true, events: before + 150 })
  })

  test('takes the events of one request in one transaction and no others', async () => {
    const mixed = shop.db.transaction((tx) =>
      appendAll(tx, [deactivation(somebody()), deactivation(somebody())]),
    )
    await expect(mixed).rejects.toThrow(TypeError)
  })
})

describe('the database', () => {
  test.each([
    `INSERT INTO events SELECT * FROM events LIMIT 1`,
    `UPDATE events SET reason = 'other'`,
    `DELETE FROM events`,
    `TRUNCATE events`,
    `UPDATE event_heads SET seq = 0`,
    `DELETE FROM event_heads`,
    `ALTER TABLE events DISABLE TRIGGER ALL`,
  ])('refuses the application: %s', async (statement) => {
    await expect(shop.db.$client.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  test.each([
    `UPDATE events SET reason = 'other'`,
    `DELETE FROM events`,
    `TRUNCATE events`,
    `DELETE FROM event_heads`,
  ])('stops a slip of its owner: %s', async (statement) => {
    await expect(shop.ownerDb.$client.query(statement)).rejects.toMatchObject({ code: '23001' })
  })
})

describe('when the audit record cannot be written', () => {
  const faults = {
    'the right to append is taken away': [
      'REVOKE EXECUTE ON FUNCTION append_events(smallint, text[]) FROM steward_app',
      'GRANT EXECUTE ON FUNCTION append_events(smallint, text[]) TO steward_app',
    ],
    'the table takes no more rows': [
      'ALTER TABLE events ADD CONSTRAINT full_up CHECK (false) NOT VALID',
      'ALTER TABLE events DROP CONSTRAINT full_up',
    ],
  } as const
  test.each(Object.entries(faults))(
    'because %s, nothing is changed and nothing is shown',
    async (_why, [take, give]) => {
      const id = await makeCustomer()
      const before = await total()
      await shop.ownerDb.$client.query(take)
      try {
        const service = shop.as('service')
        const opened = await service.get(`/api/customers/${id}`)
        const revealed = await service.post(`/api/customers/${id}/reveal`, { purpose: 'order_problem' })
        const searched = await service.list('customers', { q: 'Luís' })
        const refused = await service.delete(`/api/customers/${id}`)
        for (const answer of [opened, revealed, searched, refused]) {
          expect(answer.problem).toMatchObject({ status: 503, code: 'AUDIT_UNAVAILABLE' })
          expect(JSON.stringify(answer.body)).not.toContain('Luís')
        }
      } finally {
        await shop.ownerDb.$client.query(give)
      }
      expect(await shop.db.select().from(reveals).where(eq(reveals.customerId, id))).toEqual([])
      expect(await total()).toBe(before)
      expect((await shop.as('service').get(`/api/customers/${id}`)).status).toBe(200)
    },
  )

  test('what a retry heals is told apart from what it does not', async () => {
    const raising = (state: string) =>
      orAuditUnavailable(shop.db.execute(sql.raw(`DO $$ BEGIN RAISE SQLSTATE '${state}'; END $$`)))
    for (const passing of ['40001', '40P01', '57P01', '08006'])
      await expect(raising(passing)).rejects.not.toMatchObject({ code: 'AUDIT_UNAVAILABLE' })
    for (const closed of ['53100', '42501', '23505', '57014'])
      await expect(raising(closed)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' })
  })
})

describe('opening and searching', () => {
  const later = (minutes: number) => new Date(shop.now().getTime() + minutes * 60_000)
  const opened = async (id: string) =>
    (await shop.db.select().from(events).where(eq(events.recordId, id))).length

  test('one opening is one event for each session, record and ten minutes', async () => {
    const id = v7()
    const by = somebody()
    const open = (who: Staff, minutes: number) =>
      shop.db.transaction((tx) =>
        recordOpening(tx, { by: who, now: later(minutes), noun: 'customers', id, customerId: id }),
      )
    await Promise.all(Array.from({ length: 10 }, () => open({ ...by, requestId: v7() }, 0)))
    expect(await opened(id)).toBe(1)
    await open(by, 9.9)
    expect(await opened(id)).toBe(1)
    await open(somebody(), 9.9)
    expect(await opened(id)).toBe(2)
    await open(by, 10)
    expect(await opened(id)).toBe(3)
    await open(by, 19)
    expect(await opened(id)).toBe(3)
  })

  test('an opening that was rolled back is recorded the next time', async () => {
    const id = v7()
    const opening = { by: somebody(), now: shop.now(), noun: 'customers', id }
    const undone = shop.db.transaction(async (tx) => {
      await recordOpening(tx, opening)
      throw new Error('not shown')
    })
    await expect(undone).rejects.toThrow('not shown')
    await recordOpening(shop.db, opening)
    expect(await opened(id)).toBe(1)
  })

  test('a search leaves a keyed hash of its term, never the term', async () => {
    const key = Buffer.from('a key of the tests')
    const by = somebody()
    const search = (term: string) =>
      recordSearch(shop.db, { by, now: shop.now(), noun: 'customers', term, key })
    await search('Gonçalves')
    await search('  goncalves ')
    await search('GONÇALVES')
    await search('Köhler')
    const found = await eventsOf(by.requestId)
    expect(found).toHaveLength(2)
    const bodies = found.map(({ body }) => body).join()
    expect(bodies).toContain(createHmac('sha256', key).update('goncalves').digest('hex'))
    expect(bodies).not.toMatch(/gon.alves|köhler/i)
  })

  test('yesterday’s openings are forgotten, their events are not', async () => {
    const id = v7()
    await recordOpening(shop.db, { by: somebody(), now: shop.now(), noun: 'customers', id })
    await sweepOpenings(shop.db, later(48 * 60))
    const { rows } = await shop.db.execute(sql`SELECT FROM openings`)
    expect(rows).toEqual([])
    expect(await opened(id)).toBe(1)
  })
})

describe('a refusal', () => {
  test('of a signed-in person is an event of its own', async () => {
    const id = await makeCustomer()
    const refused = await shop.as('service').delete(`/api/customers/${id}`)
    expect(refused.problem.code).toBe('DELETE_NOT_ALLOWED')
    const recorded = await shop.db.select().from(events).where(eq(events.recordId, id))
    expect(recorded).toMatchObject([
      {
        act: 'delete',
        noun: 'customers',
        outcome: 'refused',
        code: 'DELETE_NOT_ALLOWED',
        actorId: shop.idOf('service'),
      },
    ])
  })

  test('leaves out an id that is none', async () => {
    const by = somebody()
    await recordRefusal(shop.db, {
      by,
      now: shop.now(),
      act: 'show',
      noun: 'customers',
      id: 'luis@example.com; x',
      code: 'FORBIDDEN',
    })
    expect(await eventsOf(by.requestId)).toMatchObject([{ recordId: null, outcome: 'refused' }])
  })
})

describe('who sees which events', () => {
  const ids = { customer: v7(), purchase: v7(), request: v7(), secret: v7() }
  beforeAll(async () => {
    const at = shop.now()
    const stamps = { createdAt: at, updatedAt: at }
    const officer = shop.idOf('compliance')
    const restricted = { handlingLevel: 'restricted' as const, visibleTo: [officer] }
    await shop.db.insert(disclosures).values([
      { id: ids.request, createdBy: officer, ...stamps },
      { id: ids.secret, createdBy: officer, ...restricted, ...stamps },
    ])
    const customerId = ids.customer
    const write = (person: Person, entry: Omit<Entry, 'by' | 'now'>) =>
      shop.db.transaction((tx) => append(tx, { by: somebody(person), now: at, ...entry }))
    await write('service', { act: 'deactivate', noun: 'purchases', id: ids.purchase, customerId })
    await write('service', { act: 'open', noun: 'customers', id: customerId, customerId })
    await write('service', {
      act: 'list',
      noun: 'disclosures',
      id: null,
      outcome: 'refused',
      code: 'FORBIDDEN',
    })
    await write('service2', { act: 'reactivate', noun: 'purchases', id: ids.purchase, customerId })
    await write('service2', { act: 'reveal', noun: 'customers', id: customerId, customerId })
    await write('service2', {
      act: 'edit',
      noun: 'customers',
      id: customerId,
      customerId,
      outcome: 'refused',
      code: 'FORBIDDEN',
    })
    await write('compliance', { act: 'log', noun: 'disclosures', id: ids.request, customerId })
    await write('compliance', { act: 'log', noun: 'disclosures', id: ids.secret, customerId })
    await write('manager', { act: 'approve', noun: 'disclosures', id: ids.request, customerId })
    await write('manager', { act: 'publish', noun: 'revisions', id: v7() })
  })
  async function seen(person: Person, filter: object = {}) {
    const all = shaped(
      List,
      await shop.as(person).list('events', { atFrom: '2026-01-01', ...filter }, [0, 999]),
    )
    const told = ['deactivate', 'open', 'list', 'reactivate', 'reveal', 'edit', 'log', 'approve', 'publish']
    const mine = new Set<string | null>([...Object.values(ids)])
    return all
      .filter(
        ({ act, recordId, noun }) =>
          told.includes(act) && (mine.has(recordId) || noun === 'revisions' || act === 'list'),
      )
      .map(({ act }) => act)
      .sort()
  }

  test('customer service sees its own acts, but nothing on requests', async () => {
    expect(await seen('service')).toEqual(['deactivate', 'open'])
    expect(await seen('service2')).toEqual(['edit', 'reactivate', 'reveal'])
  })

  test('a compliance officer sees her own acts and those on requests that she may see', async () => {
    expect(await seen('compliance')).toEqual(['approve', 'list', 'log', 'log'])
    expect(await seen('compliance2')).toEqual(['approve', 'list', 'log'])
  })

  test.each(['manager', 'auditor'] as const)('the %s sees everything', async (person) => {
    const everything = [
      'approve',
      'deactivate',
      'edit',
      'list',
      'log',
      'log',
      'open',
      'publish',
      'reactivate',
      'reveal',
    ]
    expect(await seen(person)).toEqual(everything)
  })

  test('on the page of a customer or purchase everybody sees what was done, by anyone', async () => {
    const done = ['deactivate', 'reactivate']
    expect(await seen('service', { noun: 'purchases', recordId: ids.purchase })).toEqual(done)
    expect(await seen('service2', { customerId: ids.customer })).toEqual([
      'deactivate',
      'edit',
      'reactivate',
      'reveal',
    ])
    expect(await seen('compliance2', { recordId: ids.purchase })).toEqual(done)
    expect(await seen('compliance2', { customerId: ids.customer })).toEqual([
      'approve',
      'deactivate',
      'log',
      'reactivate',
    ])
  })

  test('customer service sees no event on a request by any filter, sort or id', async () => {
    const requests = await shop.db
      .select({ id: events.id })
      .from(events)
      .where(eq(events.noun, 'disclosures'))
    expect(requests.length).toBeGreaterThan(3)
    const filters = [
      { noun: 'disclosures' },
      { noun: ['disclosures', 'purchases'], customerId: ids.customer },
      { recordId: ids.request },
      { recordId: ids.secret, noun: 'disclosures' },
      { customerId: ids.customer },
      { customerId: [ids.customer] },
      { actorId: shop.idOf('compliance') },
      { act: ['log', 'approve'] },
      { outcome: 'done', actorId: shop.idOf('manager') },
      { id: requests.map(({ id }) => id) },
    ]
    for (const person of ['service', 'service2'] as const) {
      for (const filter of filters) {
        const answer = await shop.as(person).list('events', filter, [0, 999])
        expect(shaped(List, answer).filter(({ noun }) => noun === 'disclosures')).toEqual([])
        expect(JSON.stringify(answer.body)).not.toMatch(new RegExp(`${ids.request}|${ids.secret}`))
        if (!('customerId' in filter)) expect(answer.headers.get('Content-Range')).toMatch(/ \*\/0$/)
      }
      for (const { id } of requests) expect((await shop.as(person).get(`/api/events/${id}`)).status).toBe(404)
    }
  })

  test('an array of customers does not widen what customer service sees', async () => {
    expect(await seen('service', { customerId: [ids.customer] })).toEqual(['deactivate', 'open'])
  })

  test('an auditor learns no subject of a request, neither by reading nor by asking for one', async () => {
    const read = shaped(List, await shop.as('auditor').list('events', { recordId: ids.request }))
    expect(read).toHaveLength(2)
    expect(read.every(({ customerId }) => customerId === null)).toBe(true)
    const asked = shaped(List, await shop.as('auditor').list('events', { customerId: ids.customer }))
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.some(({ noun }) => noun === 'disclosures')).toBe(false)
  })

  test('a manager is told the exact total of the whole record', async () => {
    const answer = await shop.as('manager').list('events', {}, [0, 2])
    expect(answer.headers.get('Content-Range')).toBe(`events 0-2/${await total()}`)
  })

  test('one event can be opened by who may see it, and names the person', async () => {
    const [done] = await shop.db.select({ id: events.id }).from(events).where(eq(events.act, 'reactivate'))
    const [read] = await shop.db
      .select({ id: events.id })
      .from(events)
      .where(sql`act = 'reveal' AND record_id = ${ids.customer}`)
    const event = shaped(Event, await shop.as('manager').get(`/api/events/${done?.id}`))
    expect(event).toMatchObject({
      by: { id: shop.idOf('service2'), name: 'Tom Bauer' },
      recordId: ids.purchase,
    })
    expect((await shop.as('service').get(`/api/events/${done?.id}`)).status).toBe(200)
    expect((await shop.as('service').get(`/api/events/${read?.id}`)).status).toBe(404)
  })

  test('nobody writes an event through the API', async () => {
    for (const person of ['service', 'compliance', 'manager', 'auditor'] as const) {
      const hands = shop.as(person)
      const answers = [
        await hands.post('/api/events', {}),
        await hands.put(`/api/events/${v7()}`, {}),
        await hands.delete(`/api/events/${v7()}`),
      ]
      for (const { status } of answers) expect([404, 405]).toContain(status)
    }
  })
})

test('the record of all these tests is whole', async () => {
  expect(await verifyEvents(shop.db)).toMatchObject({ ok: true, events: await total() })
})
