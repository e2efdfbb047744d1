import { eq, sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { demoPassword } from '../contract/demoPassword.ts'
import type { Role } from '../contract/permissions.ts'
import type { Env } from '../server/access.ts'
import { answerError } from '../server/answerError.ts'
import type { Actor } from '../server/caller.ts'
import { staff } from '../server/database/schema/staff.ts'
import { addressOf, networkOf, oneAddress, trustedProxies } from '../server/session/address.ts'
import { demoAccounts } from '../server/session/demoAccounts.ts'
import { demoPasswordInUse } from '../server/session/demoPasswordInUse.ts'
import { signInCounter } from '../server/session/failures.ts'
import { createSession } from '../server/session.ts'
import { createStaff } from '../server/staff/create.ts'
import { generatePassword } from '../server/staff/generatePassword.ts'
import { resetPassword } from '../server/staff/resetPassword.ts'
import { unlockStaff } from '../server/staff/unlock.ts'
import { type TestDatabase, testDatabase } from './support/database.ts'

const password = 'correct horse battery staple'
const secret = Buffer.alloc(32, 7)
const log = pino({ level: 'silent' })
const operator: Actor = {
  kind: 'system',
  id: null,
  name: 'test',
  role: null,
  session: null,
  requestId: 'test',
}
const start = Date.parse('2026-03-02T09:00:00Z')

let database: TestDatabase
let clock = start
let people = 0
let api: ReturnType<typeof served>

beforeAll(async () => {
  database = await testDatabase()
  api = served()
})
afterAll(() => database.close())
beforeEach(() => {
  clock = start
})

const now = () => new Date(clock)
const passes = (minutes: number, seconds = 0) => {
  clock += (minutes * 60 + seconds) * 1000
}

function served({ secureCookies = false, demo = false } = {}) {
  const session = createSession({ db: database.db, secret, now, secureCookies, demo, log })
  const app = new Hono<Env>().use(requestId())
  app.onError(answerError({ db: database.db, now, log }))
  app.route('/api/session', session.door)
  return { ...session, app }
}

/** Every test has people of its own, so that no failure counts in another. */
async function person(role: Role = 'compliance') {
  people += 1
  const email = `person${people}@shop.example`
  const { id } = await database.db.transaction((tx) =>
    createStaff(tx, operator, now(), { name: `Person ${people}`, email, role, password }),
  )
  return { id, email, address: `10.1.${people}.1` }
}
type Person = { id: string; email: string; address: string }

type Call = { method?: string; body?: object; cookie?: string; address?: string; background?: boolean }
async function call(path: string, { method = 'GET', body, cookie, address, background }: Call, on = api) {
  const headers = new Headers()
  if (body) headers.set('Content-Type', 'application/json')
  if (cookie !== undefined) headers.set('Cookie', cookie)
  if (background) headers.set('X-Steward-Background', 'true')
  const peer = { incoming: { socket: { remoteAddress: address ?? '10.0.0.1' } } }
  const answer = await on.app.request(
    `/api/session${path}`,
    { method, headers, ...(body && { body: JSON.stringify(body) }) },
    peer,
  )
  const text = await answer.text()
  const json: unknown = text === '' ? null : JSON.parse(text)
  return {
    status: answer.status,
    headers: answer.headers,
    json,
    setCookie: answer.headers.get('Set-Cookie') ?? '',
  }
}

const attempt = ({ email, address }: Person, typed = password, more: Call = {}, on = api) =>
  call('', { method: 'POST', body: { email, password: typed }, address, ...more }, on)

async function signedIn(who: Person, more: Call = {}, on = api): Promise<string> {
  const { status, setCookie } = await attempt(who, password, more, on)
  expect(status).toBe(200)
  return setCookie.split(';')[0] ?? ''
}

const whoami = async (cookie: string, background = false) => (await call('', { cookie, background })).status

async function eventsOf(id: string): Promise<unknown[]> {
  const { rows } = await database.ownerDb.execute(
    sql`select act from events where actor_id = ${id} order by at, act`,
  )
  return rows.map(({ act }) => act)
}

test('a compliance officer signs in and is told her role and what it may do', async () => {
  const who = await person()
  const { status, json, setCookie } = await attempt(who)
  expect(status).toBe(200)
  expect(json).toMatchObject({ id: who.id, email: who.email, role: 'compliance' })
  expect(json).toHaveProperty('permissions', expect.arrayContaining(['disclosures.approve']))
  expect(setCookie).toMatch(/^steward=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)

  const again = await call('', { cookie: setCookie.split(';')[0] })
  expect(again.json).toEqual(json)
})

test('over https the cookie takes the __Host- name and never travels in clear', async () => {
  const https = served({ secureCookies: true })
  const { setCookie } = await attempt(await person(), password, {}, https)
  expect(setCookie).toMatch(/^__Host-steward=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  expect((await call('', { cookie: setCookie.split(';')[0]?.replace('__Host-', '') }, https)).status).toBe(
    401,
  )
})

test('whoever is not signed in is told so and nothing else', async () => {
  for (const cookie of [undefined, 'steward=', 'steward=x', `steward=${'A'.repeat(43)}`, 'other=1']) {
    const { status, json } = await call('', { cookie })
    expect(status).toBe(401)
    expect(json).toMatchObject({ code: 'NOT_SIGNED_IN' })
  }
})

test('a copy of the sessions table opens nothing: it holds no token', async () => {
  const cookie = await signedIn(await person())
  const token = cookie.split('=')[1] ?? ''
  const { rows } = await database.ownerDb.execute(
    sql`select row_to_json(s)::text as row, encode(token_hash, 'hex') as hash from sessions s`,
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(token)
  for (const { hash } of rows) expect(await whoami(`steward=${hash}`)).toBe(401)
})

test('an unknown, a suspended and a mistaken sign-in cannot be told apart', async () => {
  const known = await person()
  const suspended = await person()
  await database.db.update(staff).set({ state: 'suspended' }).where(eq(staff.id, suspended.id))
  const answers = [
    await attempt(known, 'not the password at all'),
    await attempt({ ...known, email: 'nobody@shop.example' }),
    await attempt(suspended),
  ]
  for (const { status, json, setCookie } of answers) {
    expect(status).toBe(401)
    expect(json).toMatchObject({ code: 'SIGN_IN_FAILED' })
    expect({ ...Object(json), requestId: '' }).toEqual({ ...Object(answers[0]?.json), requestId: '' })
    expect(setCookie).toBe('')
  }
})

test('an e-mail address is read without regard to upper and lower case', async () => {
  const who = await person()
  expect((await attempt({ ...who, email: ` ${who.email.toUpperCase()} ` })).status).toBe(200)
})

test('a field that the form does not have is refused', async () => {
  const { status, json } = await call('', {
    method: 'POST',
    body: { email: 'a@b.c', password, role: 'manager' },
  })
  expect(status).toBe(422)
  expect(json).toMatchObject({ code: 'UNKNOWN_FIELD' })
})

test('a session ends after 15 minutes without activity', async () => {
  const cookie = await signedIn(await person())
  passes(14, 59)
  expect(await whoami(cookie)).toBe(200)
  passes(14, 59)
  expect(await whoami(cookie)).toBe(200)
  passes(15, 1)
  expect(await whoami(cookie)).toBe(401)
})

test('a session ends after 10 hours, however busy it was', async () => {
  const cookie = await signedIn(await person())
  for (let minutes = 0; minutes < 590; minutes += 10) {
    passes(10)
    expect(await whoami(cookie)).toBe(200)
  }
  passes(9, 59)
  expect(await whoami(cookie)).toBe(200)
  passes(0, 1)
  expect(await whoami(cookie)).toBe(401)
})

test('what the page fetches by itself does not keep a session alive', async () => {
  const cookie = await signedIn(await person())
  passes(10)
  expect(await whoami(cookie, true)).toBe(200)
  passes(5, 1)
  expect(await whoami(cookie, true)).toBe(401)
})

test('activity is written at most once a minute', async () => {
  const who = await person()
  const cookie = await signedIn(who)
  const seen = async () => {
    const { rows } = await database.ownerDb.execute(
      sql`select extract(epoch from last_seen_at)::bigint as at from sessions where staff_id = ${who.id}`,
    )
    return Number(rows[0]?.at) * 1000
  }
  passes(0, 59)
  expect(await whoami(cookie)).toBe(200)
  expect(await seen()).toBe(start)
  passes(0, 1)
  expect(await whoami(cookie)).toBe(200)
  expect(await seen()).toBe(clock)
})

test('a cookie planted before signing in is never the one that is signed in', async () => {
  const who = await person()
  const planted = `steward=${'A'.repeat(43)}`
  const cookie = await signedIn(who, { cookie: planted })
  expect(cookie).not.toBe(planted)
  expect(await whoami(planted)).toBe(401)
})

test('signing in again in the same browser ends the session it had', async () => {
  const who = await person()
  const before = await signedIn(who)
  const after = await signedIn(who, { cookie: before })
  expect(await whoami(before)).toBe(401)
  expect(await whoami(after)).toBe(200)
})

test('a cookie that was copied opens nothing after signing out', async () => {
  const who = await person()
  const cookie = await signedIn(who)
  const { status, headers, setCookie } = await call('', { method: 'DELETE', cookie })
  expect(status).toBe(204)
  expect(headers.get('Clear-Site-Data')).toBe('"cache"')
  expect(setCookie).toMatch(/^steward=; Max-Age=0; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(await whoami(cookie)).toBe(401)
  expect((await call('', { method: 'DELETE', cookie })).status).toBe(204)
})

test('whoever is suspended is out with the next request, and a new role counts at once', async () => {
  const who = await person('manager')
  const cookie = await signedIn(who)
  await database.db.update(staff).set({ role: 'auditor' }).where(eq(staff.id, who.id))
  expect((await call('', { cookie })).json).toMatchObject({ role: 'auditor' })
  await database.db.update(staff).set({ state: 'suspended' }).where(eq(staff.id, who.id))
  expect(await whoami(cookie)).toBe(401)
})

test('a fourth session ends the oldest of a person', async () => {
  const who = await person()
  const cookies: string[] = []
  for (let nth = 0; nth < 4; nth += 1) {
    passes(1)
    cookies.push(await signedIn(who))
  }
  expect(await Promise.all(cookies.map((cookie) => whoami(cookie)))).toEqual([401, 200, 200, 200])
})

test('typing the password again proves who is there and changes the token', async () => {
  const who = await person()
  const before = await signedIn(who)
  passes(6)
  const { status, json, setCookie } = await call('/step-up', {
    method: 'POST',
    cookie: before,
    body: { password },
    address: who.address,
  })
  expect(status).toBe(200)
  expect(json).toMatchObject({ id: who.id })
  const after = setCookie.split(';')[0] ?? ''
  expect(await whoami(before)).toBe(401)
  const caller = await api.identify(new Headers({ Cookie: after }))
  expect(caller?.authenticatedAt).toEqual(now())
})

test('a wrong password at step-up leaves the session as it was and counts as a failure', async () => {
  const who = await person()
  const cookie = await signedIn(who)
  passes(6)
  const wrong = { method: 'POST', cookie, address: who.address, body: { password: 'a guess of a stranger' } }
  for (let nth = 0; nth < 10; nth += 1) {
    const { status, json } = await call('/step-up', wrong)
    expect(status).toBe(422)
    expect(json).toMatchObject({ errors: { password: expect.any(String) } })
  }
  const caller = await api.identify(new Headers({ Cookie: cookie }))
  expect(caller?.authenticatedAt).toEqual(new Date(start))
  const right = await call('/step-up', { ...wrong, body: { password } })
  expect(right.json).toMatchObject({ code: 'ACCOUNT_LOCKED' })
})

test('after 10 failures even the right password waits for 30 minutes, and only from that network', async () => {
  const who = await person()
  for (let nth = 0; nth < 10; nth += 1) expect((await attempt(who, 'a guess')).status).toBe(401)
  const locked = await attempt(who)
  expect(locked.status).toBe(429)
  expect(locked.json).toMatchObject({ code: 'ACCOUNT_LOCKED', details: { retryAfter: 1800 } })
  expect(locked.headers.get('Retry-After')).toBe('1800')
  expect((await attempt({ ...who, address: '192.0.2.7' })).status).toBe(200)
  expect((await attempt({ ...who, address: who.address.replace(/1$/, '99') })).status).toBe(429)

  passes(29, 59)
  expect((await attempt(who)).status).toBe(429)
  passes(0, 1)
  expect((await attempt(who)).status).toBe(200)
})

test('an account that does not exist is locked alike', async () => {
  const nobody = { ...(await person()), email: 'still.nobody@shop.example' }
  for (let nth = 0; nth < 10; nth += 1) expect((await attempt(nobody, 'a guess')).status).toBe(401)
  expect((await attempt(nobody, 'a guess')).json).toMatchObject({ code: 'ACCOUNT_LOCKED' })
})

test('guesses sent at one moment are not more than guesses sent in a row', async () => {
  const who = await person()
  const answers = await Promise.all(Array.from({ length: 25 }, () => attempt(who, 'a guess')))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
})

test('signing in clears the failures before it', async () => {
  const who = await person()
  for (let nth = 0; nth < 9; nth += 1) await attempt(who, 'a guess')
  expect((await attempt(who)).status).toBe(200)
  for (let nth = 0; nth < 9; nth += 1) await attempt(who, 'a guess')
  expect((await attempt(who)).status).toBe(200)
})

test('the operator unlocks an account, which is on record', async () => {
  const who = await person()
  for (let nth = 0; nth < 10; nth += 1) await attempt(who, 'a guess')
  expect((await attempt(who)).status).toBe(429)
  const unlocked = await database.db.transaction((tx) => unlockStaff(tx, operator, now(), who.email))
  expect(unlocked).toEqual({ locks: 1 })
  expect((await attempt(who)).status).toBe(200)
  const { rows } = await database.ownerDb.execute(
    sql`select act from events where noun = 'staff' and record_id = ${who.id} order by at, act`,
  )
  expect(rows.map(({ act }) => act).sort()).toEqual(['create', 'lock', 'unlock'])
})

test('50 failures from one address close it for 15 minutes, while what succeeds does not count', async () => {
  const counter = signInCounter(database.db, secret, log)
  const from = (nth: number) => ({
    email: `guess${nth}@shop.example`,
    staffId: null,
    address: '198.51.100.4',
  })
  for (let nth = 0; nth < 60; nth += 1) {
    await counter.begin(from(nth), now())
    await counter.succeeded(from(nth), now())
  }
  for (let nth = 0; nth < 50; nth += 1) await counter.begin(from(nth), now())
  await expect(counter.begin(from(50), now())).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  await expect(counter.begin({ ...from(51), address: '198.51.100.5' }, now())).resolves.toEqual({
    last: false,
  })
  passes(15)
  await expect(counter.begin(from(52), now())).resolves.toEqual({ last: false })
})

test('failed sign-ins are counted for each account and minute, and nothing that was typed is kept', async () => {
  const who = await person()
  for (let nth = 0; nth < 3; nth += 1) await attempt(who, 'a guess')
  passes(1)
  await attempt(who, 'a guess')
  const { rows } = await database.ownerDb.execute(
    sql`select failures from sign_in_failures where account = ${who.id} order by minute`,
  )
  expect(rows).toEqual([{ failures: 3 }, { failures: 1 }])
  const kept = await database.ownerDb.execute(sql`select key from sign_in_limits where staff_id = ${who.id}`)
  expect(JSON.stringify(kept.rows)).not.toContain(who.email)
  expect(JSON.stringify(kept.rows)).not.toContain('10.1.')
})

test('signing in, stepping up and signing out are on record', async () => {
  const who = await person()
  const cookie = await signedIn(who)
  passes(1)
  const { setCookie } = await call('/step-up', {
    method: 'POST',
    cookie,
    body: { password },
    address: who.address,
  })
  passes(1)
  await call('', { method: 'DELETE', cookie: setCookie.split(';')[0] })
  expect(await eventsOf(who.id)).toEqual(['signIn', 'stepUp', 'signOut'])
})

test('nobody is signed in while the record cannot be written', async () => {
  const who = await person()
  await database.ownerDb.execute(sql`alter function append_events rename to append_events_gone`)
  try {
    const { status, json, setCookie } = await attempt(who)
    expect(status).toBe(503)
    expect(json).toMatchObject({ code: 'AUDIT_UNAVAILABLE' })
    expect(setCookie).toBe('')
  } finally {
    await database.ownerDb.execute(sql`alter function append_events_gone rename to append_events`)
  }
  const { rows } = await database.ownerDb.execute(sql`select id from sessions where staff_id = ${who.id}`)
  expect(rows).toEqual([])
})

test('a new password signs out whoever knew the old one', async () => {
  const who = await person()
  const cookie = await signedIn(who)
  const fresh = generatePassword()
  expect(fresh).toMatch(/^(?:[a-z2-9]{5}-){3}[a-z2-9]{5}$/)
  await database.db.transaction((tx) => resetPassword(tx, operator, now(), who.email, fresh))
  expect(await whoami(cookie)).toBe(401)
  expect((await attempt(who)).status).toBe(401)
  expect((await attempt(who, fresh)).status).toBe(200)
})

test('two accounts never have the same e-mail address', async () => {
  const who = await person()
  const again = { name: 'Again', email: who.email.toUpperCase(), role: 'auditor', password } as const
  await expect(
    database.db.transaction((tx) => createStaff(tx, operator, now(), again)),
  ).rejects.toMatchObject({ code: 'INVALID', extra: { errors: { email: expect.any(String) } } })
})

test('a member of staff is never deleted by the application', async () => {
  await expect(database.db.delete(staff)).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('the published password is for demonstration accounts only, and is found where it still opens one', async () => {
  const colleague = {
    name: 'Ana',
    email: 'ana@shop.example',
    role: 'manager',
    password: demoPassword,
  } as const
  await expect(
    database.db.transaction((tx) => createStaff(tx, operator, now(), colleague)),
  ).rejects.toMatchObject({ code: 'INVALID' })

  const [first, second] = demoAccounts
  if (!first || !second) throw new Error('there are no demonstration accounts')
  await database.db.transaction((tx) =>
    createStaff(tx, operator, now(), { ...first, password: demoPassword }),
  )
  await database.db.transaction((tx) => createStaff(tx, operator, now(), { ...second, password }))
  expect(await demoPasswordInUse(database.db)).toEqual([first.email])
})

test('demonstration accounts are shown in the demonstration only', async () => {
  expect((await call('/demo', {})).status).toBe(404)
  const { status, json } = await call('/demo', {}, served({ demo: true }))
  expect(status).toBe(200)
  expect(json).toEqual(demoAccounts)
})

test('only a trusted proxy is believed about where a request comes from', () => {
  const nobody = trustedProxies([])
  const proxies = trustedProxies(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])
  expect(addressOf('203.0.113.9', '198.51.100.1', nobody)).toBe('203.0.113.9')
  expect(addressOf('203.0.113.9', '198.51.100.1', proxies)).toBe('203.0.113.9')
  expect(addressOf('::ffff:127.0.0.1', '192.0.2.1, 198.51.100.1, 10.2.3.4', proxies)).toBe('198.51.100.1')
  expect(addressOf('fd00::1', 'not an address', proxies)).toBe('fd00::1')
  expect(addressOf('127.0.0.1', undefined, proxies)).toBe('127.0.0.1')
  expect(addressOf(undefined, undefined, proxies)).toBe('unknown')
})

test('an IPv6 subscriber is one address, however it is written', () => {
  expect(oneAddress('2001:db8:0:1::5')).toBe(oneAddress('2001:0DB8:0:1:ffff::9'))
  expect(oneAddress('2001:db8:0:1::5')).not.toBe(oneAddress('2001:db8:0:2::5'))
  expect(oneAddress('::1')).toBe('0:0:0:0')
  expect(oneAddress('192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('192.0.2.7')).toBe('192.0.2')
})
