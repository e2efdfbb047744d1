import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Revision, RevisionRow } from '../contract/revisions.ts'
import { type Listening, listen } from '../server/listen.ts'
import { shaped, testApp } from './support/app.ts'
import { policyWork } from './support/policies.ts'
import { parse, words } from './support/publicPage.ts'
import { secondServer } from './support/secondServer.ts'

let shop: Awaited<ReturnType<typeof testApp>>
let second: ReturnType<typeof secondServer>
let work: ReturnType<typeof policyWork>
let servers: Listening[]

beforeAll(async () => {
  shop = await testApp()
  second = secondServer(shop)
  work = policyWork(shop)
  const anywhere = { host: '127.0.0.1', port: 0 }
  servers = [await listen(shop.app.fetch, anywhere), await listen(second.app.fetch, anywhere)]
})
afterAll(async () => {
  await Promise.all(servers.map(({ close }) => close()))
  await second.close()
  await shop.close()
})

const text = (number: number) =>
  `Edition ${number}. ${`We keep promise ${number}. `.repeat(800)}\n\nEnd of ${number}.\n`

const Feed = z.object({
  items: z.array(
    z.object({
      content_html: z.string(),
      _steward: z.object({ number: z.int(), superseded_at: z.string().nullable() }),
    }),
  ),
})

describe('a publication while somebody edits', () => {
  test('is refused until the sentence that came in was read, and then shows everywhere', async () => {
    shop.at('2026-05-01T09:00:00.000Z')
    const policy = await work.addPolicy('terms', 'Terms')
    const first = await work.post(policy.id, 'We answer within two weeks.')
    shop.at('2026-05-02T09:00:00.000Z')
    const opened = await work.draft(policy.id, 'We answer within three weeks.')
    const sentence = 'We answer within three weeks. In August it takes four.'
    const saved = shaped(Revision, await work.edit(opened, { body: sentence }))

    const refused = await work.publish(opened)
    expect([refused.status, refused.problem.code]).toEqual([409, 'REVIEWED_TEXT_DIFFERS'])
    const { contentSha256, version } = saved
    expect(refused.problem.details).toEqual({ contentSha256, version })
    const before = await (await shop.app.request('/policy/terms')).text()
    expect(before).toContain('within two weeks')
    expect(before).not.toContain('August')

    const read = await work.read(opened.id)
    expect(read.body).toBe(sentence)
    const published = shaped(Revision, await work.publish(read))
    expect(published).toMatchObject({ number: 2, inForce: true, contentSha256 })
    for (const path of [
      '',
      '/revisions/2',
      '/at/2026-05-02',
      '/at/2026-05-02T09:00:00.000Z',
      '/feed.json',
      '/feed.atom',
    ])
      expect(await (await second.app.request(`/policy/terms${path}`)).text(), path).toContain('August')
    const old = await (await second.app.request('/policy/terms/revisions/1')).text()
    expect(words(parse(old).querySelector('.standing'))).toContain('was in force from')
    const rows = shaped(
      RevisionRow.array(),
      await shop.as('service').list('revisions', { policyId: policy.id }),
    )
    expect(rows.find(({ id }) => id === first.id)).toMatchObject({
      inForce: false,
      supersededAt: published.effectiveAt,
    })
  })

  test('is seen by two hundred readers of two servers as a whole, and by none of them backwards', async () => {
    shop.at('2026-05-03T09:00:00.000Z')
    const policy = await work.addPolicy('busy', 'Busy')
    await work.post(policy.id, text(1))
    shop.at('2026-05-04T09:00:00.000Z')
    const draft = await work.draft(policy.id, text(2))

    let isOver = false
    let reads = 0
    /** What one address says is in force: the same in each of its parts, or the test fails. */
    async function editionAt(path: string, server: number): Promise<number> {
      const answer = await fetch(`${servers[server]?.url}/policy/busy${path}`)
      const body = await answer.text()
      expect(answer.status).toBe(200)
      reads++
      if (path === '/feed.json') {
        const { items } = Feed.parse(JSON.parse(body))
        const [newest, ...older] = items
        for (const { _steward } of older) expect(_steward.superseded_at).not.toBeNull()
        expect(newest?._steward.superseded_at).toBeNull()
        expect(newest?.content_html).toContain(`End of ${newest?._steward.number}.`)
        return newest?._steward.number ?? 0
      }
      if (path === '/revisions/1') return body.includes('was in force from') ? 2 : 1
      const shown = /Edition (\d)\.[\s\S]*End of (\d)\./.exec(body)
      const standing = /<strong>Revision (\d)<\/strong>/.exec(body)?.[1]
      expect([shown?.[1], shown?.[2]]).toEqual([standing, standing])
      return Number(standing)
    }
    const addresses = ['', '/feed.json', '/revisions/1', '/at/2026-05-04']
    const warm = Promise.withResolvers<void>()
    async function reader(number: number) {
      let seen = 0
      const look = async (turn: number) => {
        const edition = await editionAt(addresses[turn % addresses.length] ?? '', turn % 2)
        expect(edition).toBeGreaterThanOrEqual(seen)
        seen = edition
        if (reads > 200) warm.resolve()
      }
      for (let turn = number; !isOver; turn++) await look(turn)
      for (let turn = 0; turn < addresses.length; turn++) {
        await look(turn)
        expect(seen).toBe(2)
      }
    }
    const readers = Promise.all(Array.from({ length: 200 }, (_, number) => reader(number)))
    await Promise.race([warm.promise, readers])
    const published = await work.publish(draft)
    expect(published.status).toBe(200)
    isOver = true
    await readers
    expect(reads).toBeGreaterThan(1000)
  })
})
