import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { demoPassword } from '../../contract/demoPassword.ts'

const root = join(import.meta.dirname, '../..')
const dataDir = mkdtempSync(join(tmpdir(), 'steward-kill-'))
const cycles = 20
let server: ChildProcess | null = null
let cookie = ''

afterAll(async () => {
  if (server && server.exitCode === null) {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  rmSync(dataDir, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function start(): Promise<string> {
  const port = await freePort()
  const env = { PATH: process.env.PATH, PORT: String(port), STEWARD_DATA_DIR: dataDir }
  server = spawn(process.execPath, ['start.mjs'], { cwd: root, env, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return url
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

function write(url: string, key: string): Promise<Response> {
  return fetch(`${url}/api/disclosures`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, Origin: url, Cookie: cookie },
    body: JSON.stringify({ costNote: key }),
  })
}

async function signIn(url: string) {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ email: 'compliance@demo.example', password: demoPassword }),
  })
  expect(answer.status).toBe(200)
  cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}

async function drafts(url: string): Promise<number> {
  const params = new URLSearchParams({ filter: '{"state":"draft"}', range: '[0,0]' })
  const answer = await fetch(`${url}/api/disclosures?${params}`, { headers: { Cookie: cookie } })
  return Number(answer.headers.get('Content-Range')?.split('/')[1])
}

it(`no acknowledged write is lost when the server is killed ${cycles} times, and a retry with the same key writes once`, async () => {
  let url = await start()
  await signIn(url)
  const before = await drafts(url)
  const acknowledged = new Map<string, string>()
  let sent = 0
  for (let cycle = 0; cycle < cycles; cycle++) {
    const open = new Set<string>()
    let isKilled = false
    const writer = async () => {
      while (!isKilled) {
        const key = randomUUID()
        open.add(key)
        sent++
        const answer = await write(url, key).catch(() => null)
        if (!answer?.ok) continue
        const { id }: { id: string } = await answer.json()
        acknowledged.set(key, id)
        open.delete(key)
      }
    }
    const writers = Array.from({ length: 4 }, writer)
    await sleep(randomInt(100, 900))
    isKilled = true
    await kill()
    await Promise.all(writers)
    url = await start()
    for (const key of open) {
      const answer = await write(url, key)
      expect(answer.status).toBe(201)
      const { id }: { id: string } = await answer.json()
      acknowledged.set(key, id)
    }
  }
  for (const id of acknowledged.values()) {
    const answer = await fetch(`${url}/api/disclosures/${id}`, { headers: { Cookie: cookie } })
    expect(answer.status).toBe(200)
  }
  expect(acknowledged.size).toBe(sent)
  expect(new Set(acknowledged.values()).size).toBe(sent)
  expect(await drafts(url)).toBe(before + sent)
  console.log(`${cycles} kills, ${sent} writes, none lost, none doubled`)
})
