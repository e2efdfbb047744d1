import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addCustomer, addPurchase } from '../mocks/builders.ts'
import { events } from '../server/database/schema/events.ts'
import { purchases } from '../server/database/schema/purchases.ts'
import { testApp } from './support/app.ts'

let app: Awaited<ReturnType<typeof testApp>>
let customerId: string
beforeAll(async () => {
  app = await testApp()
  customerId = (await addCustomer(app.db)).id
})
afterAll(() => app.close())

const deactivation = { version: 1, reason: 'duplicate' }
const newPurchase = async () => (await addPurchase(app.db, customerId)).id

describe('who is at the door', () => {
  it.each(['/api/customers', '/api/disclosures', '/api/events', '/api/nothing'])(
    '%s answers 401 to nobody',
    async (path) => {
      const { status, problem } = await app.send('GET', path, null)
      expect([status, problem.code]).toEqual([401, 'NOT_SIGNED_IN'])
    },
  )

  it('every answer carries a request id, and refusals are problem+json that holds it', async () => {
    const { headers, problem } = await app.send('GET', '/api/customers', null)
    expect(headers.get('Content-Type')).toBe('application/problem+json')
    expect(problem.requestId).toBe(headers.get('X-Request-Id'))
  })

  it.each([
    ['application/json', JSON.stringify(deactivation)],
    ['text/plain', JSON.stringify(deactivation)],
    ['application/x-www-form-urlencoded', 'version=1&reason=duplicate'],
  ])('another site cannot act in the name of staff by %s', async (type, body) => {
    const id = await newPurchase()
    const elsewhere: Record<string, string>[] = [
      { Origin: 'http://evil.test', 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'http://evil.test', 'Sec-Fetch-Site': 'same-origin' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]
    for (const headers of elsewhere) {
      const { status, problem } = await app.send('POST', `/api/purchases/${id}/deactivate`, 'service', body, {
        ...headers,
        'Content-Type': type,
      })
      expect([status, problem.code]).toEqual([403, 'CROSS_SITE_REFUSED'])
    }
    const [row] = await app.db.select().from(purchases).where(eq(purchases.id, id))
    expect(row?.activation).toBe('active')
  })

  it('a request that says neither its site nor its origin is refused', async () => {
    const id = await newPurchase()
    const response = await app.app.request(`/api/purchases/${id}/deactivate`, {
      method: 'POST',
      headers: {
        'X-Test-Person': 'service',
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
      },
      body: JSON.stringify(deactivation),
    })
    expect(response.status).toBe(403)
  })

  it('the own origin is let in where the browser sends no fetch metadata', async () => {
    const id = await newPurchase()
    const response = await app.app.request(`http://back.office.test/api/purchases/${id}/deactivate`, {
      method: 'POST',
      headers: {
        'X-Test-Person': 'service',
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        Host: 'back.office.test',
        Origin: 'http://back.office.test',
      },
      body: JSON.stringify(deactivation),
    })
    expect(response.status).toBe(200)
  })
})

describe('what may be sent', () => {
  const send = async (body: unknown, headers = {}) =>
    app.as('service').post(`/api/purchases/${await newPurchase()}/deactivate`, body, headers)

  it.each([
    ['an unknown field', { ...deactivation, total: 0 }, 'UNKNOWN_FIELD'],
    ['a missing version', { reason: 'duplicate' }, 'VERSION_REQUIRED'],
    ['a version that is no number', { ...deactivation, version: '1' }, 'INVALID'],
    ['an invented reason', { ...deactivation, reason: 'delete' }, 'INVALID'],
    ['a card number', { ...deactivation, note: 'paid with 4111 1111 1111 1111' }, 'CARD_NUMBER_NOT_ALLOWED'],
    ['a NUL', { ...deactivation, note: 'a\0b' }, 'INVALID'],
    ['a lone surrogate', { ...deactivation, note: 'a\ud800b' }, 'INVALID'],
  ])('%s is refused by name', async (_what, body, code) => {
    const { status, problem } = await send(body)
    expect([status, problem.code]).toEqual([422, code])
  })

  it('a card number never comes back in the answer and never enters the events', async () => {
    const { problem } = await send({ ...deactivation, note: 'paid with 4111-1111-1111-1111' })
    expect(JSON.stringify(problem)).not.toMatch(/4111-?1111/)
    expect(problem.message).toContain('…1111')
    const rows = await app.db.select().from(events).where(eq(events.code, 'CARD_NUMBER_NOT_ALLOWED'))
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows.map(({ body }) => body))).not.toContain('4111')
  })

  it('__proto__ is an unknown field like any other', async () => {
    const { problem } = await send('{"version":1,"reason":"duplicate","__proto__":{"role":"manager"}}')
    expect(problem.code).toBe('UNKNOWN_FIELD')
  })

  it('malformed JSON and nesting without end are refused before anything is built from them', async () => {
    expect((await send('{"version":')).problem.code).toBe('MALFORMED_BODY')
    expect((await send('['.repeat(50_000))).problem.code).toBe('MALFORMED_BODY')
  })

  it('more than 64 KB is too large, whether or not its length is said', async () => {
    const body = JSON.stringify({ ...deactivation, note: 'x'.repeat(70_000) })
    for (const length of [undefined, String(body.length), '70 KB']) {
      const { status, problem } = await send(body, length === undefined ? {} : { 'Content-Length': length })
      expect([status, problem.code]).toEqual([413, 'TOO_LARGE'])
    }
  })

  it('a body that is not JSON by its type is refused', async () => {
    expect((await send(deactivation, { 'Content-Type': 'text/plain' })).status).toBe(415)
  })
})

describe('writing once', () => {
  it('a POST without an Idempotency-Key is refused', async () => {
    const id = await newPurchase()
    const { problem } = await app.send('POST', `/api/purchases/${id}/deactivate`, 'service', deactivation)
    expect(problem.code).toBe('IDEMPOTENCY_KEY_REQUIRED')
  })

  it('a retry with the same key writes once and says that it is a replay', async () => {
    const path = `/api/purchases/${await newPurchase()}/deactivate`
    const headers = { 'Idempotency-Key': randomUUID() }
    const first = await app.as('service').post(path, deactivation, headers)
    const second = await app.as('service').post(path, deactivation, headers)
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.headers.get('Idempotency-Replayed')).toBe('true')
    expect(second.body).toEqual(first.body)
  })

  it('the same key with another body is refused', async () => {
    const path = `/api/purchases/${await newPurchase()}/deactivate`
    const headers = { 'Idempotency-Key': randomUUID() }
    await app.as('service').post(path, deactivation, headers)
    const { status, problem } = await app
      .as('service')
      .post(path, { ...deactivation, note: 'again' }, headers)
    expect([status, problem.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
  })

  it('the key of another person is another key, and a refused attempt does not use one up', async () => {
    const id = await newPurchase()
    const headers = { 'Idempotency-Key': randomUUID() }
    const path = `/api/purchases/${id}/deactivate`
    expect((await app.as('service').post(path, { ...deactivation, version: 9 }, headers)).status).toBe(409)
    expect((await app.as('service').post(path, deactivation, headers)).status).toBe(200)
    expect((await app.as('manager').post(path, deactivation, headers)).status).toBe(409)
  })

  it('twenty at once with one key write one row and one event', async () => {
    const id = await newPurchase()
    const headers = { 'Idempotency-Key': randomUUID() }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        app.as('service').post(`/api/purchases/${id}/deactivate`, deactivation, headers),
      ),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const done = await app.db
      .select()
      .from(events)
      .where(sql`${events.recordId} = ${id} and ${events.act} = 'deactivate'`)
    expect(done).toHaveLength(1)
  })

  it('after a day the key is forgotten', async () => {
    const headers = { 'Idempotency-Key': randomUUID() }
    await app.as('service').post(`/api/purchases/${await newPurchase()}/deactivate`, deactivation, headers)
    app.at('2026-06-02T10:00:00.000Z')
    const later = await app
      .as('service')
      .post(`/api/purchases/${await newPurchase()}/deactivate`, deactivation, headers)
    app.at('2026-06-01T09:00:00.000Z')
    expect(later.status).toBe(200)
  })
})

describe('when the audit log or the database fails', () => {
  it('an act changes nothing if its event cannot be written', async () => {
    const id = await newPurchase()
    await app.ownerDb.execute(sql`REVOKE EXECUTE ON FUNCTION append_events FROM steward_app`)
    const { status, problem, headers } = await app
      .as('service')
      .post(`/api/purchases/${id}/deactivate`, deactivation)
    await app.ownerDb.execute(sql`GRANT EXECUTE ON FUNCTION append_events TO steward_app`)
    expect([status, problem.code]).toEqual([503, 'AUDIT_UNAVAILABLE'])
    expect(headers.get('Retry-After')).toBe('2')
    const [row] = await app.db.select().from(purchases).where(eq(purchases.id, id))
    expect(row).toMatchObject({ activation: 'active', version: 1 })
  })

  it('every noun refuses DELETE with what to do instead', async () => {
    for (const noun of [
      'customers',
      'addresses',
      'purchases',
      'disclosures',
      'decisions',
      'policies',
      'revisions',
      'events',
    ]) {
      const { status, problem } = await app.as('manager').delete(`/api/${noun}/${customerId}`)
      expect([status, problem.code]).toEqual([405, 'DELETE_NOT_ALLOWED'])
    }
  })
})

describe('headers', () => {
  it('every answer of the API forbids framing, sniffing, keeping and running anything', async () => {
    const { headers } = await app.as('service').get('/api/customers')
    expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(headers.get('Cache-Control')).toBe('no-store')
  })
})
