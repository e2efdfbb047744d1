import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { Batch, DryRun } from '../../contract/batches.ts'
import { demoPassword } from '../../contract/demoPassword.ts'
import { Event } from '../../contract/events.ts'

const root = join(import.meta.dirname, '../..')
const dataDir = mkdtempSync(join(tmpdir(), 'steward-kill-batch-'))
const finalOnes = {
  activation: 'active',
  openMatter: 'none',
  orderStatus: ['delivered', 'cancelled', 'refunded'],
}
const body = { action: 'deactivate', reason: 'test_order', filter: finalOnes }
let server: ChildProcess | null = null
let url = ''
let cookie = ''

afterAll(async () => {
  if (server && server.exitCode === null) {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  rmSync(dataDir, { recursive: true, force: true })
})

async function start() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const env = { PATH: process.env.PATH, PORT: String(address.port), STEWARD_DATA_DIR: dataDir }
  server = spawn(process.execPath, ['start.mjs'], { cwd: root, env, stdio: 'ignore' })
  url = `http://127.0.0.1:${address.port}`
  for (let tries = 0; tries < 900; tries++) {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error('the server did not start')
}

async function kill() {
  if (!server) return
  const gone = once(server, 'exit')
  server.kill('SIGKILL')
  await gone
}

async function post(path: string, sent: object) {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
      Origin: url,
      Cookie: cookie,
    },
    body: JSON.stringify(sent),
  })
  expect(answer.ok, `${path} answered ${answer.status}`).toBe(true)
  cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? cookie
  return answer.json()
}

const get = (path: string) => fetch(`${url}${path}`, { headers: { Cookie: cookie } })
const read = async (id: string) => Batch.parse(await (await get(`/api/batches/${id}`)).json())

async function total(noun: string, filter: object): Promise<number> {
  const params = new URLSearchParams({ filter: JSON.stringify(filter), range: '[0,0]' })
  const answer = await get(`/api/${noun}?${params}`)
  return Number(answer.headers.get('Content-Range')?.split('/')[1])
}

it('a batch of thousands that is killed three times on its way does every item once and writes every event once', async () => {
  await start()
  await post('/api/session', { email: 'manager@demo.example', password: demoPassword })
  const before = await total('events', { noun: 'purchases', act: 'deactivate', outcome: 'done' })
  const seen = DryRun.parse(await post('/api/batches', { ...body, dryRun: true }))
  expect(seen.counts.deactivated).toBeGreaterThan(5000)
  const { id } = Batch.parse(await post('/api/batches', { ...body, dryRunId: seen.dryRunId }))

  let kills = 0
  let batch = await read(id)
  while (batch.state !== 'done') {
    if (kills < 3 && batch.processed > (kills * seen.items) / 4) {
      await kill()
      kills++
      await start()
    }
    await sleep(20)
    batch = await read(id)
  }
  expect(kills).toBe(3)
  expect(batch).toMatchObject({ processed: seen.items, counts: seen.counts })
  expect(await total('purchases', finalOnes)).toBe(0)
  expect(await total('items', { batchId: id, outcome: 'deactivated' })).toBe(seen.counts.deactivated)
  const after = await total('events', { noun: 'purchases', act: 'deactivate', outcome: 'done' })
  expect(after - before).toBe(seen.counts.deactivated)

  const file = await (await get(`/api/batches/${id}/result.csv`)).text()
  const purchases = file
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[0])
  expect(new Set(purchases).size).toBe(seen.items)
  const some = await get(`/api/purchases/${purchases[0]}`)
  const { history } = z
    .object({ history: z.array(z.object({ reason: z.string().nullable() })) })
    .parse(await some.json())
  expect(history.filter(({ reason }) => reason === 'test_order')).toHaveLength(1)
  const events = await get(`/api/events?${new URLSearchParams({ filter: JSON.stringify({ recordId: id }) })}`)
  const acts = z.array(Event).parse(await events.json())
  expect(acts.filter(({ act }) => act !== 'export').map(({ act }) => act)).toEqual(['run'])
})
