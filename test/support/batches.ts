import { sql } from 'drizzle-orm'
import { Batch, DryRun } from '../../contract/batches.ts'
import { addCustomer, buildPurchase } from '../../mocks/builders.ts'
import { bulkInsert } from '../../mocks/bulkInsert.ts'
import { runBatches } from '../../server/batches/runBatches.ts'
import { purchases } from '../../server/database/schema/purchases.ts'
import { type Person, shaped, type testApp } from './app.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Overrides = Parameters<typeof buildPurchase>[1]

export const longAgo = new Date('2024-02-01T00:00:00.000Z')

/** Purchases of one quiet customer, delivered long ago, unless told otherwise. */
export async function addPurchases(app: App, count: number, overrides: Overrides = {}): Promise<string[]> {
  const quiet = { registeredAt: longAgo, lastLoginAt: longAgo, lastOrderAt: longAgo }
  const customer = await addCustomer(app.db, quiet)
  const made = Array.from({ length: count }, () =>
    buildPurchase(customer.id, { placedAt: longAgo, finalAt: longAgo, ...overrides }),
  )
  await app.db.transaction((tx) => bulkInsert(tx, purchases, made))
  return made.map(({ id }) => id)
}

/** A body that names purchases and a reason, as the screens send it. */
export const deactivation = (scope: object) => ({
  action: 'deactivate',
  reason: 'inactive_account',
  ...scope,
})

export async function look(app: App, person: Person, body: object) {
  return shaped(DryRun, await app.as(person).post('/api/batches', { ...body, dryRun: true }))
}

/** Looks and runs, as far as this person may. */
export async function lookAndRun(app: App, person: Person, body: object) {
  const { dryRunId } = await look(app, person, body)
  return shaped(Batch, await app.as(person).post('/api/batches', { ...body, dryRunId }))
}

export async function readBatch(app: App, id: string) {
  return shaped(Batch, await app.as('manager').get(`/api/batches/${id}`))
}

/** Does what the servers do in the background, until nothing is due. */
export const work = (app: App, chunkSize?: number) =>
  runBatches({ db: app.db, now: app.now, ...(chunkSize ? { chunkSize } : {}) })

/** How many events there are of each act, on batches and on purchases. */
export async function eventsOf(app: App): Promise<Record<string, number>> {
  const { rows } = await app.db.execute<{ what: string; times: number }>(sql`
    SELECT noun || '.' || act AS what, count(*) AS times FROM events
    WHERE outcome = 'done' AND noun IN ('batches', 'purchases') GROUP BY 1`)
  return Object.fromEntries(rows.map(({ what, times }) => [what, times]))
}
