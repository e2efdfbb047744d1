import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listen } from '../server/listen.ts'
import { query } from './support/app.ts'

let listening: Awaited<ReturnType<typeof listen>>
beforeAll(async () => {
  listening = await listen(async ({ url }) => new Response(String(url.length)), {
    host: '127.0.0.1',
    port: 0,
  })
})
afterAll(() => listening.close())

const ids = (count: number) => query({ filter: { id: Array.from({ length: count }, () => randomUUID()) } })

it('five hundred records can be asked for by id in one request', async () => {
  expect((await fetch(`${listening.url}/api/customers?${ids(500)}`)).status).toBe(200)
})

it('an address without measure is refused before anything reads it', async () => {
  expect((await fetch(`${listening.url}/api/customers?${ids(2000)}`)).status).toBe(431)
})
