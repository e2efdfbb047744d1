import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { Batch } from '../contract/batches.ts'
import { Item } from '../contract/items.ts'
import { runBatches } from '../server/batches/runBatches.ts'
import { purchaseActivations, purchases } from '../server/database/schema/purchases.ts'
import { verifyEvents } from '../server/events/verify.ts'
import { shaped, testApp } from './support/app.ts'
import { addPurchases, deactivation, eventsOf, look, readBatch, work } from './support/batches.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const scope = { filter: { orderStatus: 'delivered', placedAtTo: '2025-01-01' } }
const body = deactivation(scope)
let batchId: string

it('of 5,000 purchases, 412 put away already and 37 back in dispute, the dry run says so and changes none', async () => {
  const ids = await addPurchases(app, 5000)
  const facts = JSON.stringify({})
  await app.ownerDb.execute(sql`UPDATE purchases SET activation = 'deactivated', deactivation_reason = 'duplicate',
    activity_facts = ${facts}::jsonb, deactivated_at = ${app.now().toISOString()}
    WHERE id = ANY(${sql.param(ids.slice(0, 412))}::uuid[])`)
  await app.ownerDb.execute(
    sql`UPDATE purchases SET open_matter = 'dispute' WHERE id = ANY(${sql.param(ids.slice(412, 449))}::uuid[])`,
  )
  const seen = await look(app, 'service', body)
  expect(seen.counts).toEqual({
    deactivated: 4551,
    already_deactivated: 412,
    not_eligible: 37,
    changed_meanwhile: 0,
    not_found: 0,
  })
  expect(seen.notEligible).toMatchObject({ dispute_open: 37, account_active: 0 })
  expect(seen.needsApproval).toBe(true)
  expect(await app.db.$count(purchases, eq(purchases.activation, 'deactivated'))).toBe(412)
  expect(await eventsOf(app)).toEqual({})

  const key = randomUUID()
  const run = () =>
    app.as('service').post('/api/batches', { ...body, dryRunId: seen.dryRunId }, { 'Idempotency-Key': key })
  const answers = await Promise.all([run(), run(), run()])
  const batches = answers.map((answer) => shaped(Batch, answer))
  expect(new Set(batches.map(({ id }) => id)).size, 'a double click makes one batch').toBe(1)
  expect(batches[0]?.state).toBe('proposed')
  batchId = batches[0]?.id ?? ''
  await app.db.execute(
    sql`UPDATE purchases SET open_matter = 'return', version = version + 1 WHERE id = ANY(${sql.param(ids.slice(-3))}::uuid[])`,
  )
})

it('a proposal does nothing until a manager approves it, and a killed server leaves the rest to the next one', async () => {
  expect(await work(app)).toBe(0)
  const { version } = await readBatch(app, batchId)
  const key = randomUUID()
  const approve = () =>
    app.as('manager').post(`/api/batches/${batchId}/approve`, { version }, { 'Idempotency-Key': key })
  expect((await Promise.all([approve(), approve()])).map(({ status }) => status)).toEqual([200, 200])

  let chunks = 0
  await runBatches({ db: app.db, now: app.now, halted: () => ++chunks > 4 })
  const half = await readBatch(app, batchId)
  expect([half.state, half.processed]).toEqual(['running', 2000])
  await work(app)
})

it('the result is 4,548, 412, 37 and the 3 that moved since, with 1 + 4,548 events and every chain whole', async () => {
  const batch = await readBatch(app, batchId)
  expect(batch).toMatchObject({ state: 'done', items: 5000, processed: 5000 })
  expect(batch.counts).toEqual({
    deactivated: 4548,
    already_deactivated: 412,
    not_eligible: 37,
    changed_meanwhile: 3,
    not_found: 0,
  })
  expect(batch.expected.counts).toMatchObject({ deactivated: 4551, changed_meanwhile: 0 })
  const { 'batches.propose': proposed, ...run } = await eventsOf(app)
  expect(proposed).toBe(1)
  expect(run).toEqual({ 'batches.approve': 1, 'purchases.deactivate': 4548 })
  expect(await app.db.$count(purchaseActivations)).toBe(4548)
  expect(await verifyEvents(app.db)).toMatchObject({ ok: true })
})

it('the facts that justified each change are kept with it, and the manager who approved answers for it', async () => {
  const { rows } = await app.db.execute<{ days: number; by: string; versions: number }>(sql`
    SELECT count(*) FILTER (WHERE (activity_facts->>'inactiveDays')::int >= 180) AS days,
      count(*) FILTER (WHERE deactivated_by = ${app.idOf('manager')}) AS by, count(*) FILTER (WHERE version = 2) AS versions
    FROM purchases WHERE activation = 'deactivated'`)
  expect(rows[0]).toEqual({ days: 4548, by: 4548, versions: 4548 })
})

it('the result file lists each purchase with its outcome', async () => {
  const { status, headers, body: file } = await app.as('service').get(`/api/batches/${batchId}/result.csv`)
  expect([status, headers.get('Content-Type')]).toEqual([200, 'text/csv; charset=utf-8'])
  const [head, ...lines] = String(file).trimEnd().split('\r\n')
  expect(head).toBe('purchase_id,reference,number,expected,outcome,code,at')
  expect(lines).toHaveLength(5000)
  const tally = (word: string) => lines.filter((line) => line.split(',')[4] === word).length
  expect(['deactivated', 'already_deactivated', 'not_eligible', 'changed_meanwhile'].map(tally)).toEqual([
    4548, 412, 37, 3,
  ])
  expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(5000)
})

it('running again changes nothing, whether the same dry run or a new one', async () => {
  const { dryRunId } = await look(app, 'manager', body)
  const run = () => app.as('manager').post('/api/batches', { ...body, dryRunId })
  const { id } = shaped(Batch, await run())
  await work(app)
  const { counts } = await readBatch(app, id)
  expect(counts).toEqual({
    deactivated: 0,
    already_deactivated: 4960,
    not_eligible: 40,
    changed_meanwhile: 0,
    not_found: 0,
  })
  const { status, problem } = await run()
  expect([status, problem.code, problem.details.batchId]).toEqual([409, 'DRY_RUN_USED', id])
  expect((await eventsOf(app))['purchases.deactivate']).toBe(4548)
})

it('a manager takes it back as a whole: what was touched since is skipped and listed, and the 412 stay away (T21)', async () => {
  const { version } = await readBatch(app, batchId)
  const changed = await app.db
    .select({ id: purchases.id })
    .from(purchases)
    .where(eq(purchases.deactivatedBy, app.idOf('manager')))
  const [reactivated = '', edited = ''] = changed.map(({ id }) => id)
  const back = { version: 2, note: 'She wants this one back' }
  expect((await app.as('service').post(`/api/purchases/${reactivated}/reactivate`, back)).status).toBe(200)
  await app.db.execute(sql`UPDATE purchases SET version = version + 1 WHERE id = ${edited}`)

  const note = 'The filter was wrong'
  const reversed = await app.as('manager').post(`/api/batches/${batchId}/reverse`, { version, note })
  const reversalId = shaped(Batch, reversed).reversedBy ?? ''
  await work(app)
  const reversal = await readBatch(app, reversalId)
  expect(reversal).toMatchObject({ state: 'done', items: 4548, reverses: batchId, note })
  expect(reversal.counts).toMatchObject({ reactivated: 4546, changed_meanwhile: 2 })
  const skipped = await app.as('auditor').list('items', { batchId: reversalId, outcome: 'changed_meanwhile' })
  const ids = shaped(z.array(Item), skipped).map(({ purchaseId }) => purchaseId)
  expect(new Set(ids)).toEqual(new Set([reactivated, edited]))
  expect(await app.db.$count(purchases, eq(purchases.activation, 'deactivated'))).toBe(413)
  expect(await app.db.$count(purchases, eq(purchases.deactivationReason, 'duplicate'))).toBe(412)
  expect((await eventsOf(app))['purchases.reactivate']).toBe(4547)
})
