import { eq, inArray, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCustomer } from '../mocks/builders.ts'
import type { Staff } from '../server/caller.ts'
import { connect } from '../server/database/connect.ts'
import { APPLICATION } from '../server/database/roles.ts'
import { events } from '../server/database/schema/events.ts'
import { recordOpening } from '../server/events/openings.ts'
import { verifyEvents } from '../server/events/verify.ts'
import { createLog } from '../server/log.ts'
import { testApp } from './support/app.ts'

let shop: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  shop = await testApp()
})
afterAll(() => shop.close())

const add = async (many: number) => {
  const made = await Promise.all(Array.from({ length: many }, () => addCustomer(shop.db)))
  return made.map(({ id }) => id)
}
const eventsOn = (ids: string[]) => shop.db.select().from(events).where(inArray(events.recordId, ids))
const eventsOf = (id: string) => shop.db.select().from(events).where(eq(events.recordId, id))
/** How many transactions wrote these events. */
const transactionsOn = async (ids: string[]) => {
  const { rows } = await shop.db.execute<{ n: number }>(
    sql`SELECT count(DISTINCT xmin::text)::int AS n FROM events WHERE ${inArray(events.recordId, ids)}`,
  )
  return rows[0]?.n ?? 0
}

function somebody(session: string = v7()): Staff {
  return {
    kind: 'staff',
    id: shop.idOf('service'),
    name: 'Ana Ruiz',
    role: 'customer_service',
    session,
    requestId: v7(),
  }
}

describe('when many open something at once', () => {
  test('everybody is shown what they opened, each opening is an event, and they share commits', async () => {
    const shown = await add(60)
    const answers = await Promise.all(shown.map((id) => shop.as('service').get(`/api/customers/${id}`)))
    expect(answers.map(({ status }) => status)).toEqual(shown.map(() => 200))
    const written = await eventsOn(shown)
    expect(written.map(({ recordId }) => recordId).sort()).toEqual([...shown].sort())
    expect(new Set(written.map(({ requestId }) => requestId)).size).toBe(60)
    expect(await transactionsOn(shown)).toBeLessThan(60)
    expect(await verifyEvents(shop.db)).toMatchObject({ ok: true })
  })

  test('one record opened by twenty windows of one session is one event', async () => {
    const [id = ''] = await add(1)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => shop.as('service').get(`/api/customers/${id}`)),
    )
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(await eventsOf(id)).toHaveLength(1)
  })

  test('two servers agree on what was opened in a session', async () => {
    const other = connect(shop.url, { log: createLog(), role: APPLICATION })
    try {
      const ids = await add(12)
      const session = v7()
      const openOn = (db: typeof other, id: string) =>
        recordOpening(db, { by: somebody(session), now: shop.now(), noun: 'customers', id, customerId: id })
      await Promise.all([
        ...ids.map((id) => openOn(shop.db, id)),
        ...[...ids].reverse().map((id) => openOn(other, id)),
      ])
      expect(await eventsOn(ids)).toHaveLength(12)
      expect(await verifyEvents(shop.db)).toMatchObject({ ok: true })
    } finally {
      await other.$client.end()
    }
  })

  test('where the record of events cannot be written, none of them is shown anything, and the next look is recorded', async () => {
    const ids = await add(10)
    await shop.ownerDb.$client.query(
      'REVOKE EXECUTE ON FUNCTION append_events(smallint, text[]) FROM steward_app',
    )
    try {
      const answers = await Promise.all(ids.map((id) => shop.as('service').get(`/api/customers/${id}`)))
      for (const { problem, body } of answers) {
        expect(problem).toMatchObject({ status: 503, code: 'AUDIT_UNAVAILABLE' })
        expect(JSON.stringify(body)).not.toContain('Gonçalves')
      }
    } finally {
      await shop.ownerDb.$client.query(
        'GRANT EXECUTE ON FUNCTION append_events(smallint, text[]) TO steward_app',
      )
    }
    expect(await eventsOn(ids)).toEqual([])
    const answers = await Promise.all(ids.map((id) => shop.as('service').get(`/api/customers/${id}`)))
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200))
    expect(await eventsOn(ids)).toHaveLength(10)
  })

  test('a look within ten minutes of another is no event, also where the server remembers it; one after them is', async () => {
    const [id = ''] = await add(1)
    const by = somebody()
    const open = (minutes: number) =>
      recordOpening(shop.db, {
        by: { ...by, requestId: v7() },
        now: new Date(shop.now().getTime() + minutes * 60_000),
        noun: 'customers',
        id,
        customerId: id,
      })
    for (const minutes of [0, 5, 9.9]) await open(minutes)
    expect(await eventsOf(id)).toHaveLength(1)
    await open(10)
    expect(await eventsOf(id)).toHaveLength(2)
  })
})
