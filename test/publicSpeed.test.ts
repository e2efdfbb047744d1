import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepLast } from '../server/policies/keepLast.ts'
import { shareReads } from '../server/policies/shareReads.ts'
import { testApp } from './support/app.ts'
import { policyWork } from './support/policies.ts'
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

/** Fifty kilobytes of sentences, no two of them alike. */
const long = Array.from(
  { length: 860 },
  (_, at) =>
    `- On day ${at} of ${2006 + (at % 20)} we keep item ${(at * 7919) % 1009} for ${at % 31} days, and ${(at * 31) % 97} more.`,
).join('\n')

async function visit(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await shop.app.request(path, { method, headers })
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}

describe('the public pages in transit', () => {
  test('are compressed as the reader can take it, and a text of 50 KB costs less than 30', async () => {
    const { id } = await work.addPolicy('long', 'Long')
    await work.post(id, long)
    expect(Buffer.byteLength(long)).toBeGreaterThan(50 * 1000)
    const plain = await visit('/policy/long')
    expect(plain.headers.get('Content-Encoding')).toBeNull()
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync } as const
    for (const encoding of ['br', 'gzip'] as const) {
      const packed = await visit('/policy/long', { 'Accept-Encoding': encoding })
      expect(packed.headers.get('Content-Encoding')).toBe(encoding)
      expect(packed.headers.get('Vary')).toBe('Accept-Encoding')
      expect(unpack[encoding](packed.bytes).equals(plain.bytes)).toBe(true)
      expect(packed.bytes.length).toBeLessThan(30 * 1000)
    }
  })

  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['GZIP;q=0.5', 'gzip'],
    ['br;q=0.0, gzip;q=0', null],
    ['deflate, zstd', null],
    ['', null],
  ])('asked for with "%s" come as %s', async (accepted, encoding) => {
    const { headers } = await visit('/policy/long', { 'Accept-Encoding': accepted })
    expect(headers.get('Content-Encoding')).toBe(encoding)
  })

  test('have a tag for each form, so that nobody takes one for the other', async () => {
    const tags = new Set<string | null>()
    for (const accepted of ['br', 'gzip', 'identity']) {
      const { headers } = await visit('/policy/long', { 'Accept-Encoding': accepted })
      const etag = headers.get('ETag')
      tags.add(etag)
      const again = await visit('/policy/long', { 'Accept-Encoding': accepted, 'If-None-Match': etag ?? '' })
      expect([again.status, again.bytes.length, again.headers.get('Vary')]).toEqual([
        304,
        0,
        'Accept-Encoding',
      ])
    }
    expect(tags.size).toBe(3)
  })

  test.each(['', '/revisions/1', '/feed.atom', '/feed.json'])(
    'answer HEAD as GET, without the text: %s',
    async (path) => {
      const asked = { 'Accept-Encoding': 'br' }
      const get = await visit(`/policy/long${path}`, asked)
      const head = await visit(`/policy/long${path}`, asked, 'HEAD')
      expect([head.status, head.bytes.length]).toEqual([200, 0])
      for (const name of ['ETag', 'Content-Type', 'Content-Encoding', 'Cache-Control', 'Vary'])
        expect(head.headers.get(name), name).toBe(get.headers.get(name))
    },
  )

  test('show on one server at once what was published on another', async () => {
    const { id } = await work.addPolicy('shared', 'Shared')
    shop.at('2026-06-02T09:00:00.000Z')
    await work.post(id, 'First.')
    const seen = async () =>
      (await (await second.app.request('/policy/shared')).text()).match(/<p>(\w+\.)<\/p>\n<\/article>/)?.[1]
    expect(await seen()).toBe('First.')
    shop.at('2026-06-03T09:00:00.000Z')
    await work.post(id, 'Second.')
    expect(await seen()).toBe('Second.')
  })
})

describe('readers who come at the same time', () => {
  test('share one question, but never one that was put before they came', async () => {
    const asked: ((answer: number) => void)[] = []
    const read = shareReads(() => new Promise<number>((resolve) => asked.push(resolve)))
    const first = read('privacy')
    const second = [read('privacy'), read('privacy'), read('privacy')]
    expect(asked).toHaveLength(1)
    asked[0]?.(1)
    expect(await first).toBe(1)
    expect(asked).toHaveLength(2)
    const third = read('privacy')
    asked[1]?.(2)
    expect(await Promise.all(second)).toEqual([2, 2, 2])
    asked[2]?.(3)
    expect(await third).toBe(3)
  })

  test('are not held up by a question that fails, nor is another policy', async () => {
    const answers = [Promise.reject(new Error('away')), Promise.resolve('back')]
    const read = shareReads((name) =>
      name === 'terms' ? Promise.resolve('terms') : (answers.shift() ?? Promise.resolve('later')),
    )
    const lost = read('privacy')
    const next = read('privacy')
    expect(await read('terms')).toBe('terms')
    await expect(lost).rejects.toThrow('away')
    expect(await next).toBe('back')
    expect(await read('privacy')).toBe('later')
  })

  test('have a page written once; what failed is written anew, and the oldest makes room', async () => {
    const keep = keepLast<string>(2)
    let made = 0
    const make = async () => `page ${++made}`
    expect(await Promise.all([keep('a', make), keep('a', make)])).toEqual(['page 1', 'page 1'])
    await expect(keep('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await keep('b', make)).toBe('page 2')
    expect(await keep('a', make)).toBe('page 1')
    expect(await keep('c', make)).toBe('page 3')
    expect(await keep('b', make)).toBe('page 4')
  })
})
