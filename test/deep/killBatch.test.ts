import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { Batch, DryRun } from '../../contract/batches.ts'
import { demoPassword } from '../../contract/demoPassword.ts'
import { Event } from '../../contract/events.ts'
import { signIn } from '../support/hands.ts'
import { type Product, startProduct } from '../support/product.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'steward-kill-batch-'))
const finalOnes = {
  activation: 'active',
  openMatter: 'none',
  orderStatus: ['delivered', 'cancelled', 'refunded'],
}
const body = { action: 'deactivate', reason: 'test_order', filter: finalOnes }
let product: Product | null = null

afterAll(async () => {
  await product?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const start = async () => {
  product = await startProduct({ STEWARD_DATA_DIR: dataDir })
  return product
}

it('a batch of thousands that is killed three times on its way does every item once and writes every event once', async () => {
  let running = await start()
  const where = () => running.url
  const { post, get, total } = await signIn(where, 'manager@demo.example', demoPassword)
  const read = async (id: string) => Batch.parse(await (await get(`/api/batches/${id}`)).json())
  const before = await total('events', { noun: 'purchases', act: 'deactivate', outcome: 'done' })
  const seen = DryRun.parse(await post('/api/batches', { ...body, dryRun: true }))
  expect(seen.counts.deactivated).toBeGreaterThan(5000)
  const { id } = Batch.parse(await post('/api/batches', { ...body, dryRunId: seen.dryRunId }))

  let kills = 0
  let batch = await read(id)
  while (batch.state !== 'done') {
    if (kills < 3 && batch.processed > (kills * seen.items) / 4) {
      await running.kill()
      kills++
      running = await start()
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
