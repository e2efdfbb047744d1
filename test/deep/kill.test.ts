import { randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { demoPassword } from '../../contract/demoPassword.ts'
import { signIn } from '../support/hands.ts'
import { type Product, startProduct } from '../support/product.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'steward-kill-'))
const cycles = 20
let product: Product | null = null

afterAll(async () => {
  await product?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const start = async () => {
  product = await startProduct({ STEWARD_DATA_DIR: dataDir })
  return product
}

it(`no acknowledged write is lost when the server is killed ${cycles} times, and a retry with the same key writes once`, async () => {
  let running = await start()
  const officer = await signIn(() => running.url, 'compliance@demo.example', demoPassword)
  const write = (key: string) => officer.send('/api/disclosures', { costNote: key }, key)
  const before = await officer.total('disclosures', { state: 'draft' })
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
        const answer = await write(key).catch(() => null)
        if (!answer?.ok) continue
        const { id }: { id: string } = await answer.json()
        acknowledged.set(key, id)
        open.delete(key)
      }
    }
    const writers = Array.from({ length: 4 }, writer)
    await sleep(randomInt(100, 900))
    isKilled = true
    await running.kill()
    await Promise.all(writers)
    running = await start()
    for (const key of open) {
      const answer = await write(key)
      expect(answer.status).toBe(201)
      const { id }: { id: string } = await answer.json()
      acknowledged.set(key, id)
    }
  }
  for (const id of acknowledged.values()) {
    const answer = await officer.get(`/api/disclosures/${id}`)
    expect(answer.status).toBe(200)
  }
  expect(acknowledged.size).toBe(sent)
  expect(new Set(acknowledged.values()).size).toBe(sent)
  expect(await officer.total('disclosures', { state: 'draft' })).toBe(before + sent)
  console.log(`${cycles} kills, ${sent} writes, none lost, none doubled`)
})
