import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { percentile } from './measure.ts'
import { type Shop, signIn } from './shop.ts'
import type { SizeName } from './sizes.ts'

/** Seconds from the request that sets a batch going to its last item. */
export type BatchTime = { size: SizeName; items: number; looked: number; ours: number; tuned: number }

const Looked = z.object({ dryRunId: z.string(), items: z.number(), counts: z.record(z.string(), z.number()) })
const Batch = z.object({ id: z.string(), state: z.string(), counts: z.record(z.string(), z.number()) })

const rounds = 3

/** As `timeOnce`, some times in turn with its one statement: the median of each; null if there are too few purchases. */
export async function timeBatch(size: SizeName, shop: Shop, items: number): Promise<BatchTime | null> {
  const times: BatchTime[] = []
  // What runs for a quarter of a minute is no longer disturbed by a moment, and S has no more purchases that may go.
  for (let round = 0; round < (items > 5000 || size === 'S' ? 1 : rounds); round++) {
    await shop.idle()
    const time = await timeOnce(size, shop, items)
    if (time === null) return null
    times.push(time)
  }
  const middle = (of: (time: BatchTime) => number) =>
    percentile(
      times.map(of).sort((a, b) => a - b),
      0.5,
    )
  return {
    size,
    items,
    looked: middle(({ looked }) => looked),
    ours: middle(({ ours }) => ours),
    tuned: middle(({ tuned }) => tuned),
  }
}

/** Puts the oldest purchases away that may be, looked at first and then run by a manager; and as many in one statement. */
async function timeOnce(size: SizeName, { ours, owner }: Shop, items: number): Promise<BatchTime | null> {
  const { rows } = await owner.query<{ until: Date }>(
    `SELECT placed_at AS until FROM purchases WHERE ${mayGo} ORDER BY placed_at, id OFFSET $1 LIMIT 1`,
    [items - 1],
  )
  const [last] = rows
  if (!last) return null
  const headers = await signIn(ours.url, 1)
  const asked = {
    action: 'deactivate',
    reason: 'test_order',
    note: 'A measured batch of the benchmark.',
    filter: {
      activation: 'active',
      orderStatus: ['delivered', 'cancelled', 'refunded'],
      openMatter: 'none',
      placedAtTo: last.until.toISOString(),
    },
  }
  const post = async (body: object) => {
    const answer = await fetch(`${ours.url}/api/batches`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`a batch was answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  const began = performance.now()
  const { dryRunId } = Looked.parse(await post({ ...asked, dryRun: true }))
  const looked = performance.now() - began
  const from = performance.now()
  let batch = Batch.parse(
    await post({ action: asked.action, reason: asked.reason, note: asked.note, dryRunId }),
  )
  while (batch.state !== 'done') {
    if (batch.state === 'stopped')
      throw new Error(`a batch of ${items} stopped: ${JSON.stringify(batch.counts)}`)
    await sleep(50)
    const answer = await fetch(`${ours.url}/api/batches/${batch.id}`, { headers })
    batch = Batch.parse(await answer.json())
  }
  const took = performance.now() - from
  const done = batch.counts.deactivated ?? 0
  if (done < items) throw new Error(`a batch of ${items} put only ${done} away`)

  const start = performance.now()
  await owner.query(
    `UPDATE purchases SET activation = 'deactivated', deactivation_reason = 'test_order', deactivated_at = now(), updated_at = now(),
      version = version + 1 WHERE id = ANY (ARRAY(SELECT id FROM purchases WHERE ${mayGo} ORDER BY placed_at, id LIMIT $1))`,
    [items],
  )
  return { size, items, looked: looked / 1000, ours: took / 1000, tuned: (performance.now() - start) / 1000 }
}

const mayGo = `activation = 'active' AND open_matter = 'none' AND order_status IN ('delivered', 'cancelled', 'refunded')`
