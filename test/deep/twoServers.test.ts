import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, expect, it } from 'vitest'
import { Policy } from '../../contract/policies.ts'
import { Revision, RevisionRow } from '../../contract/revisions.ts'
import { closePool, connect } from '../../server/database/connect.ts'
import { startEmbedded } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'
import { createStaff } from '../../server/staff/create.ts'
import { signIn } from '../support/hands.ts'
import { everyLint, summary } from '../support/policies.ts'
import { startProduct } from '../support/product.ts'

const rounds = 100
const folder = (name: string) => mkdtempSync(join(tmpdir(), `steward-${name}-`))
const folders = { database: folder('shared'), servers: folder('two-servers') }
const log = pino({ level: 'silent' })
const running: (() => Promise<unknown>)[] = []

afterAll(async () => {
  for (const stop of running.toReversed()) await stop()
  for (const each of Object.values(folders)) rmSync(each, { recursive: true, force: true })
})

/** Two managers, each at a server of their own: processes that share a database and nothing else. */
async function twoManagers() {
  const embedded = await startEmbedded({ dataDir: folders.database, log })
  running.push(embedded.stop)
  const { runtime, owner } = embedded.urls()
  await migrate({ url: owner })
  const password = randomUUID()
  const emails = ['one@shop.example', 'other@shop.example']
  const db = connect(owner, { log })
  const by = { kind: 'system', id: null, name: 'test', role: null, session: null, requestId: 'test' } as const
  for (const email of emails) {
    const person = { name: email, email, role: 'manager', password } as const
    await db.transaction((tx) => createStaff(tx, by, new Date(), person))
  }
  await closePool(db)
  return Promise.all(
    emails.map(async (email, index) => {
      const dataDir = join(folders.servers, String(index))
      mkdirSync(dataDir)
      const env = { STEWARD_DATA_DIR: dataDir, DATABASE_URL: runtime, DATABASE_OWNER_URL: owner }
      const { url, stop } = await startProduct(env)
      running.push(stop)
      return signIn(() => url, email, password)
    }),
  )
}

it(`of two managers who publish at once at two servers, ${rounds} times, one wins, no number is left out, and the other's text is kept`, async () => {
  const [one, other] = await twoManagers()
  if (!one || !other) throw new Error('two managers work here')
  const body = { key: 'privacy', title: 'Privacy policy', contactEmail: 'privacy@shop.example' }
  const policy = Policy.parse(await one.post('/api/policies', body))
  const draft = async (at: typeof one, text: string) =>
    Revision.parse(await at.post('/api/revisions', { policyId: policy.id, body: text }))
  const publish = (at: typeof one, { id, version, contentSha256 }: Revision) =>
    at.send(`/api/revisions/${id}/publish`, {
      version,
      reviewedSha256: contentSha256,
      changeSummary: summary,
      overrides: everyLint,
    })
  const wins = [0, 0]
  for (let round = 1; round <= rounds; round++) {
    const drafts = [
      await draft(one, `Round ${round}, written by one.`),
      await draft(other, `Round ${round}, written by the other.`),
    ] as const
    const answers = await Promise.all([publish(one, drafts[0]), publish(other, drafts[1])])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const won = answers[0].status === 200 ? 0 : 1
    wins[won] = (wins[won] ?? 0) + 1
    const [winner, loser] = won === 0 ? drafts : [drafts[1], drafts[0]]
    const refusal = await (won === 0 ? answers[1] : answers[0]).json()
    expect(refusal).toMatchObject({
      code: 'BASE_OUTDATED',
      details: { latest: { id: winner.id, number: round } },
    })
    // Each is asked at the server of the other.
    const kept = Revision.parse(await (await one.get(`/api/revisions/${loser.id}`)).json())
    expect(kept).toMatchObject({ state: 'draft', body: loser.body, version: loser.version })
    const posted = Revision.parse(await (await other.get(`/api/revisions/${winner.id}`)).json())
    expect(posted).toMatchObject({ number: round, inForce: true, body: winner.body })
  }
  const params = new URLSearchParams({
    filter: JSON.stringify({ policyId: policy.id, state: 'published' }),
    sort: '["number","ASC"]',
    range: '[0,199]',
  })
  const all = RevisionRow.array().parse(await (await other.get(`/api/revisions?${params}`)).json())
  expect(all.map(({ number }) => number)).toEqual(Array.from({ length: rounds }, (_, at) => at + 1))
  for (const [at, { supersededAt }] of all.entries())
    expect(supersededAt).toEqual(all[at + 1]?.effectiveAt ?? null)
  console.log(`${rounds} races of two servers: ${wins.join(' to ')}`)
})
