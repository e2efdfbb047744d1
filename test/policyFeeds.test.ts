import { createHash } from 'node:crypto'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { revisions } from '../server/database/schema/revisions.ts'
import { publicPages } from '../server/policies/publicPages.ts'
import { testApp } from './support/app.ts'
import { payloads } from './support/payloads.ts'
import { policyWork, summary } from './support/policies.ts'

let shop: Awaited<ReturnType<typeof testApp>>
let work: ReturnType<typeof policyWork>

beforeAll(async () => {
  shop = await testApp()
  work = policyWork(shop)
})
afterAll(() => shop.close())

const parser = new new JSDOM('').window.DOMParser()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

async function fetched(path: string, headers: Record<string, string> = {}) {
  const response = await shop.app.request(path, { headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** An Atom feed as a strict reader takes it: anything that is not well-formed fails. */
async function atom(key: string) {
  const { text } = await fetched(`/policy/${key}/feed.atom`)
  const document = parser.parseFromString(text, 'application/xml')
  expect(document.querySelector('parsererror')).toBeNull()
  return document
}

const Feed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.string(),
  authors: z.array(z.strictObject({ name: z.string() })),
  items: z.array(
    z.strictObject({
      id: z.url(),
      url: z.url(),
      title: z.string(),
      summary: z.string(),
      content_html: z.string(),
      date_published: z.iso.datetime(),
      _steward: z.strictObject({
        number: z.int(),
        content_sha256: z.string(),
        effective_at: z.iso.datetime(),
        superseded_at: z.iso.datetime().nullable(),
        origin: z.enum(['staff', 'imported']),
      }),
    }),
  ),
})
const json = async (key: string) => Feed.parse(JSON.parse((await fetched(`/policy/${key}/feed.json`)).text))

const childText = (element: Element | undefined, name: string) =>
  [...(element?.children ?? [])].find(({ nodeName }) => nodeName === name)?.textContent

async function articleOf(path: string) {
  const { text } = await fetched(path)
  return parser.parseFromString(text, 'text/html').querySelector('article')?.innerHTML.trim()
}

/** As a browser would write the same HTML. */
const asParsed = (html = '') => parser.parseFromString(html, 'text/html').body.innerHTML.trim()

describe('the feeds of a policy', () => {
  const texts = ['# Privacy & you\n\nWe keep *little* [here](#privacy--you).\n', 'We keep <less> now.\n']

  test('carry every revision, the newest first, as the page shows it, with its hash', async () => {
    const { id } = await work.addPolicy('privacy', 'Privacy & <you>')
    shop.at('2026-03-01T12:00:00.000Z')
    await work.post(id, texts[0] ?? '')
    shop.at('2026-03-02T12:00:00.000Z')
    await work.post(id, texts[1] ?? '')
    await work.draft(id, 'Unspoken words.')

    const document = await atom('privacy')
    const root = document.documentElement
    expect([root.nodeName, root.namespaceURI]).toEqual(['feed', 'http://www.w3.org/2005/Atom'])
    expect(root.getAttribute('xml:lang')).toBe('en')
    expect(childText(root, 'title')).toBe('Privacy & <you>')
    expect(childText(root, 'id')).toBe('http://localhost/policy/privacy')
    expect(childText(root, 'updated')).toBe('2026-03-02T12:00:00.000Z')
    expect(root.querySelector('author > name')?.textContent).toBe('localhost')
    const entries = [...document.querySelectorAll('entry')]
    expect(entries.map((entry) => childText(entry, 'id'))).toEqual([
      'http://localhost/policy/privacy/revisions/2',
      'http://localhost/policy/privacy/revisions/1',
    ])
    expect(entries.map((entry) => childText(entry, 'steward:sha256'))).toEqual(
      [...texts].reverse().map(sha256),
    )
    expect(entries.map((entry) => childText(entry, 'summary'))).toEqual([summary, summary])
    expect(childText(entries[0], 'title')).toBe('Privacy & <you>, revision 2')
    const content = entries[1]?.querySelector('content')
    expect([content?.getAttribute('type'), content?.getAttribute('xml:base')]).toEqual([
      'html',
      'http://localhost/policy/privacy/revisions/1',
    ])
    for (const [index, entry] of entries.entries())
      expect(asParsed(childText(entry, 'content') ?? '')).toBe(
        await articleOf(`/policy/privacy/revisions/${2 - index}`),
      )

    const feed = await json('privacy')
    expect(feed).toMatchObject({
      title: 'Privacy & <you>',
      home_page_url: 'http://localhost/policy/privacy',
      feed_url: 'http://localhost/policy/privacy/feed.json',
    })
    expect(feed.items.map(({ content_html }) => content_html)).toEqual(
      entries.map((entry) => childText(entry, 'content')),
    )
    expect(feed.items.map(({ _steward }) => [_steward.number, _steward.content_sha256])).toEqual([
      [2, sha256(texts[1] ?? '')],
      [1, sha256(texts[0] ?? '')],
    ])
    expect(feed.items[1]?._steward.superseded_at).toBe('2026-03-02T12:00:00.000Z')
    expect(JSON.stringify(feed)).not.toContain('Unspoken')
  })

  test.each([
    ['/policy/privacy/feed.atom', 'application/atom+xml; charset=UTF-8'],
    ['/policy/privacy/feed.json', 'application/feed+json; charset=UTF-8'],
  ])('are asked about each time and not sent again to who has them: %s', async (path, type) => {
    const first = await fetched(path)
    expect(first.headers.get('Content-Type')).toBe(type)
    expect(first.headers.get('Cache-Control')).toBe('public, no-cache')
    expect(first.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    const etag = first.headers.get('ETag') ?? ''
    expect(etag).toMatch(/^"[\w-]{43}"$/)
    const again = await fetched(path, { 'If-None-Match': etag })
    expect([again.status, again.text, again.headers.get('ETag')]).toEqual([304, '', etag])
  })

  test('are named by the pages of the policy', async () => {
    for (const path of ['', '/revisions/1', '/at/2026-03-01', '/compare/1/2']) {
      const { text } = await fetched(`/policy/privacy${path}`)
      const links = [...parser.parseFromString(text, 'text/html').querySelectorAll('link[rel=alternate]')]
      expect(links.map((link) => [link.getAttribute('type'), link.getAttribute('href')])).toEqual([
        ['application/atom+xml', '/policy/privacy/feed.atom'],
        ['application/feed+json', '/policy/privacy/feed.json'],
      ])
    }
  })

  test('name the public address that the shop is known by', async () => {
    const { db, now } = shop
    const pages = publicPages({ db, now, publicUrl: 'https://shop.example' })
    const feed = Feed.parse(await (await pages.request('http://10.0.0.7:3000/privacy/feed.json')).json())
    expect(feed.items[0]?.url).toBe('https://shop.example/policy/privacy/revisions/2')
    expect(await (await pages.request('http://10.0.0.7:3000/privacy/feed.atom')).text()).not.toContain(
      '10.0.0.7',
    )
  })

  test('are there for no policy without a text', async () => {
    const { id } = await work.addPolicy('secret', 'Secret')
    await work.draft(id, 'Unspoken words.')
    for (const path of ['secret/feed.atom', 'secret/feed.json', 'none/feed.atom', 'none/feed.json']) {
      const { status, text } = await fetched(`/policy/${path}`)
      expect(status, path).toBe(404)
      expect(text).not.toMatch(/Secret|Unspoken/)
    }
  })

  test.each(payloads)('run nothing and lead nowhere: %j', async (payload) => {
    const key = `attack_${payloads.indexOf(payload)}`
    const { id } = await work.addPolicy(key, payload.replace(/\s/g, ' '))
    await work.post(id, `${payload}\n\n]]>`, { changeSummary: `What changed here: ${payload}` })
    const document = await atom(key)
    for (const element of document.querySelectorAll('*'))
      expect(['http://www.w3.org/2005/Atom', 'urn:steward:policy']).toContain(element.namespaceURI)
    expect(childText(document.querySelector('entry') ?? undefined, 'summary')).toContain(payload)
    const [item] = (await json(key)).items
    const html = item?.content_html ?? ''
    expect(html).toBe(document.querySelector('content')?.textContent)
    expect(asParsed(html)).toBe(await articleOf(`/policy/${key}`))
    const shown = parser.parseFromString(html, 'text/html')
    expect(shown.querySelectorAll('script, img, svg, iframe, object, embed, style, form')).toHaveLength(0)
    for (const link of shown.querySelectorAll('[href]'))
      expect(link.getAttribute('href')).toMatch(/^(https?:|mailto:|[^:]*([/?#]|$))/i)
  })

  test('stay well-formed with characters that XML cannot write', async () => {
    const { id } = await work.addPolicy('odd', 'Odd')
    const body = 'Before \u0008\u000b\u001f\ufffe\uffff after \u{1f600}.'
    // Straight into the table: the feed relies on no check made before.
    await shop.db.insert(revisions).values({
      id: '01980000-0000-7000-8000-0000000000ab',
      policyId: id,
      number: 1,
      state: 'published',
      body,
      contentSha256: sha256(body),
      changeSummary: 'A summary with \u0001 in it.',
      publishedAt: shop.now(),
      effectiveAt: shop.now(),
      createdAt: shop.now(),
      updatedAt: shop.now(),
    })
    const [entry] = (await atom('odd')).querySelectorAll('entry')
    expect(childText(entry, 'content')).toContain('after \u{1f600}.')
    expect(childText(entry, 'summary')).toBe('A summary with \ufffd in it.')
  })
})
