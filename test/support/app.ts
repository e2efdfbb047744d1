import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import type { z } from 'zod'
import type { Problem } from '../../contract/errors.ts'
import { createApp } from '../../server/app.ts'
import type { Caller } from '../../server/caller.ts'
import { staff } from '../../server/database/schema/staff.ts'
import { testDatabase } from './database.ts'

const people = {
  service: { name: 'Ana Ruiz', role: 'customer_service' },
  service2: { name: 'Tom Bauer', role: 'customer_service' },
  compliance: { name: 'Imani Okafor', role: 'compliance' },
  compliance2: { name: 'Ravi Nair', role: 'compliance' },
  manager: { name: 'Maja Lindqvist', role: 'manager' },
  manager2: { name: 'Chidi Eze', role: 'manager' },
  auditor: { name: 'Ines Prado', role: 'auditor' },
} as const
export type Person = keyof typeof people

type Headers = Record<string, string>
export type Answer = { status: number; headers: globalThis.Headers; body: unknown; problem: Problem }

/** The product's own front door on a database of its own, with a clock that stands still and seven people to act as. */
export async function testApp() {
  const database = await testDatabase()
  const clock = { now: new Date('2026-06-01T09:00:00.000Z') }
  const now = () => clock.now
  const callers = new Map<string, Caller>()
  for (const [person, { name, role }] of Object.entries(people)) {
    const id = randomUUID()
    const email = `${person}@test.example`
    await database.db
      .insert(staff)
      .values({ id, name, email, role, state: 'active', createdAt: now(), updatedAt: now() })
    callers.set(person, { id, name, email, role, session: randomUUID(), authenticatedAt: now() })
  }
  const identify = async (headers: globalThis.Headers) =>
    callers.get(headers.get('X-Test-Person') ?? '') ?? null
  const app = createApp({
    db: database.db,
    now,
    searchKey: Buffer.from('a key of the tests'),
    identify,
    log: pino({ level: 'silent' }),
    ready: async () => true,
  })

  async function send(
    method: string,
    path: string,
    person: Person | null,
    body?: unknown,
    headers: Headers = {},
  ): Promise<Answer> {
    const response = await app.request(path, {
      method,
      headers: {
        ...(person ? { 'X-Test-Person': person } : {}),
        'Sec-Fetch-Site': 'same-origin',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '')
    const parsed = isJson && text !== '' ? JSON.parse(text) : text
    return { status: response.status, headers: response.headers, body: parsed, problem: parsed }
  }

  /** One person's hands on the API; each POST has an Idempotency-Key of its own unless one is given. */
  function as(person: Person) {
    return {
      id: idOf(person),
      get: (path: string, headers?: Headers) => send('GET', path, person, undefined, headers),
      list: (noun: string, filter: object = {}, range = [0, 24], sort?: [string, 'ASC' | 'DESC']) =>
        send('GET', `/api/${noun}?${query({ filter, range, ...(sort ? { sort } : {}) })}`, person),
      post: (path: string, body: unknown, headers: Headers = {}) =>
        send('POST', path, person, body, { 'Idempotency-Key': randomUUID(), ...headers }),
      put: (path: string, body: unknown, headers?: Headers) => send('PUT', path, person, body, headers),
      delete: (path: string) => send('DELETE', path, person),
    }
  }

  function idOf(person: Person): string {
    const caller = callers.get(person)
    if (!caller) throw new Error(`${person} is nobody`)
    return caller.id
  }

  return {
    ...database,
    app,
    identify,
    now,
    clock,
    as,
    idOf,
    send,
    /** Moves the clock; everybody's password was typed `typedAgo` minutes before. */
    at(instant: string, typedAgo = 0) {
      clock.now = new Date(instant)
      for (const caller of callers.values())
        caller.authenticatedAt = new Date(clock.now.getTime() - typedAgo * 60_000)
    },
  }
}

/** An answer's body in the shape that the contract promises, or a failed test. */
export function shaped<Schema extends z.ZodType>(schema: Schema, { status, body }: Answer): z.output<Schema> {
  if (status >= 400) throw new Error(`answered ${status}: ${JSON.stringify(body)}`)
  return schema.parse(body)
}

export const query = (parts: Record<string, unknown>) =>
  new URLSearchParams(Object.entries(parts).map(([name, value]) => [name, JSON.stringify(value)])).toString()
