import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { revisions } from '../server/database/schema/revisions.ts'
import { inForceAt } from '../server/policies/inForce.ts'
import { testApp } from './support/app.ts'
import { everyLint, policyWork, summary } from './support/policies.ts'
import { secondServer } from './support/secondServer.ts'

let shop: Awaited<ReturnType<typeof testApp>>
let second: ReturnType<typeof secondServer>
let work: ReturnType<typeof policyWork>

beforeAll(async () => {
  shop = await testApp()
  second = secondServer(shop)
  work = policyWork(shop)
})
afterAll(async () => {
  await second.close()
  await shop.close()
})

const rounds = 100

test(`of two managers who publish two drafts at once on two servers, ${rounds} times, one wins and the other's text is kept`, async () => {
  const policy = await work.addPolicy('privacy')
  const began = Date.parse('2026-06-02T09:00:00.000Z')
  for (let round = 1; round <= rounds; round++) {
    shop.at(new Date(began + round * 60_000).toISOString())
    const texts = [`Round ${round}, written by one.`, `Round ${round}, written by the other.`] as const
    const one = await work.draft(policy.id, texts[0])
    const other = await work.draft(policy.id, texts[1])
    const { id, version, contentSha256 } = other
    const asked = { version, reviewedSha256: contentSha256, changeSummary: summary, overrides: everyLint }
    const [first, late] = await Promise.all([
      work.publish(one),
      second.post('manager2', work.path(id, 'publish'), asked),
    ])
    expect([first.status, late.status].toSorted()).toEqual([200, 409])

    const [winner, loser] = first.status === 200 ? [one, other] : [other, one]
    const refusal = first.status === 200 ? await late.json() : first.body
    expect(refusal).toMatchObject({
      code: 'BASE_OUTDATED',
      details: { latest: { id: winner.id, number: round } },
    })
    expect(await work.read(loser.id)).toMatchObject({
      state: 'draft',
      body: loser.body,
      version: loser.version,
    })
    const inForce = await shop.db.select({ id: revisions.id }).from(revisions).where(inForceAt(shop.now()))
    expect(inForce).toEqual([{ id: winner.id }])
  }

  const posted = await shop.db
    .select()
    .from(revisions)
    .where(eq(revisions.state, 'published'))
    .orderBy(asc(revisions.number))
  expect(posted.map(({ number }) => number)).toEqual(Array.from({ length: rounds }, (_, at) => at + 1))
  for (const [at, { supersededAt }] of posted.entries())
    expect(supersededAt).toEqual(posted[at + 1]?.effectiveAt ?? null)
})
