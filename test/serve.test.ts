import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startServer } from './support/server.ts'

vi.setConfig({ testTimeout: 60_000 })
let dataDir: string
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'steward-serve-'))
})
afterAll(() => rmSync(dataDir, { recursive: true }))

test('the server answers once its database is ready, and SIGTERM ends both in good order', {
  timeout: 60_000,
}, async () => {
  const server = startServer({ STEWARD_DATA_DIR: dataDir })
  const url = await server.url
  expect((await fetch(`${url}/readyz`)).status).toBe(200)

  const second = startServer({ STEWARD_DATA_DIR: dataDir })
  expect(await second.exited).toBe(1)
  expect(second.said()).toMatch(
    /^The data folder .* is in use by another running server \(process \d+, since .*\)\.\n$/,
  )

  server.kill('SIGTERM')
  expect(await server.exited).toBe(0)
  expect(readdirSync(join(dataDir, 'pg18'))).not.toContain('postmaster.pid')
})

test('a server that nothing but faults were set for says them all and ends with exit code 2', async () => {
  const server = startServer({ STEWARD_DATA_DIR: dataDir, HOST: 'a b', TRUSTED_PROXIES: 'everyone' })
  expect(await server.exited).toBe(2)
  expect(server.said()).toMatch(
    /^Steward cannot start with these settings:\n {2}HOST must .*\n {2}TRUSTED_PROXIES must .*\n$/,
  )
})
