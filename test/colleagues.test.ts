import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../contract/demoPassword.ts'
import type { Role } from '../contract/permissions.ts'
import { type Env, signedIn } from '../server/access.ts'
import { answerError } from '../server/answerError.ts'
import type { Actor } from '../server/caller.ts'
import { colleagues } from '../server/colleagues/routes.ts'
import { staff } from '../server/database/schema/staff.ts'
import { nounRoutes } from '../server/nounRoutes.ts'
import { demoAccounts } from '../server/session/demoAccounts.ts'
import { createStaff } from '../server/staff/create.ts'
import { type TestDatabase, testDatabase } from './support/database.ts'

const now = () => new Date('2026-03-02T09:00:00Z')
const log = pino({ level: 'silent' })
const ids = new Map<string, string>()
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  const by: Actor = { kind: 'system', id: null, name: 'test', role: null, session: null, requestId: 'test' }
  for (const account of demoAccounts) {
    const { id } = await database.db.transaction((tx) =>
      createStaff(tx, by, now(), { ...account, password: demoPassword }),
    )
    ids.set(account.email, id)
  }
})
afterAll(() => database.close())

async function read(path: string, role: Role) {
  const { db } = database
  const id = ids.get(demoAccounts.find((account) => account.role === role)?.email ?? '') ?? ''
  const caller = { id, name: 'Someone', email: '', role, session: 'session', authenticatedAt: now() }
  const app = new Hono<Env>().use(
    requestId(),
    signedIn(async () => caller),
  )
  app.onError(answerError({ db, now, log }))
  app.route('/api/colleagues', nounRoutes({ db, now, searchKey: Buffer.alloc(32) }, colleagues))
  const answer = await app.request(`/api/colleagues${path}`)
  const json: unknown = await answer.json()
  return { status: answer.status, json, range: answer.headers.get('Content-Range') }
}

test('a compliance officer sees her active colleagues by name and role, and nothing more of them', async () => {
  const suspended = ids.get('service2@demo.example') ?? ''
  await database.db.update(staff).set({ state: 'suspended' }).where(eq(staff.id, suspended))
  const { json, range } = await read('', 'compliance')
  const expected = demoAccounts
    .filter(({ email }) => email !== 'service2@demo.example')
    .map(({ email, name, role }) => ({ id: ids.get(email), name, role }))
    .sort((a, b) => a.name.localeCompare(b.name))
  expect(json).toEqual(expected)
  expect(range).toBe('colleagues 0-5/6')
  expect((await read(`/${suspended}`, 'compliance')).status).toBe(404)
})

test('colleagues are found by role and by part of a name', async () => {
  const filter = (value: object) => `?filter=${encodeURIComponent(JSON.stringify(value))}`
  const managers = await read(filter({ role: 'manager', q: 'achter' }), 'auditor')
  expect(managers.json).toEqual([
    { id: ids.get('manager@demo.example'), name: 'Helen Achterberg', role: 'manager' },
  ])
  expect((await read(filter({ email: 'manager@demo.example' }), 'auditor')).status).toBe(400)
})

test('customer service does not learn who works in compliance', async () => {
  const { status, json } = await read('', 'customer_service')
  expect(status).toBe(404)
  expect(JSON.stringify(json)).not.toContain('Okafor')
})
