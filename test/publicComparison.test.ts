import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from './support/app.ts'
import { payloads } from './support/payloads.ts'
import { policyWork } from './support/policies.ts'
import { parse, visit as visitPage, words } from './support/publicPage.ts'

let shop: Awaited<ReturnType<typeof testApp>>
let work: ReturnType<typeof policyWork>

beforeAll(async () => {
  shop = await testApp()
  work = policyWork(shop)
})
afterAll(() => shop.close())

const visit = (path: string, headers?: Record<string, string>) => visitPage(shop.app, path, headers)

/** A policy with these texts, posted a day apart. */
async function posted(key: string, ...texts: string[]) {
  const { id } = await work.addPolicy(key, key)
  for (const [index, text] of texts.entries()) {
    shop.at(`2026-05-0${index + 1}T08:00:00.000Z`)
    await work.post(id, text)
  }
  return id
}

/** What a reader sees who reads all but the marks of one kind. */
function without(document: Document, mark: 'ins' | 'del'): string {
  const shown = document.querySelector('.comparison')?.cloneNode(true)
  if (!(shown && 'querySelectorAll' in shown)) return ''
  const copy = parse('<div></div>')
  const root = copy.importNode(shown, true)
  copy.body.append(root)
  for (const each of copy.querySelectorAll(`${mark}, summary`)) each.remove()
  return copy.body.textContent
}

describe('the public comparison of two revisions', () => {
  const long = Array.from({ length: 12 }, (_, index) => `Promise number ${index} stands.`).join('\n\n')
  const first = `We keep your address for two years.\n\n${long}\n`
  const second = `We keep your name and address for one year.\n\n${long}\n`

  test('marks every word that came or went, tells how many, and folds what stayed', async () => {
    await posted('terms', first, second)
    const { status, headers, document } = await visit('/policy/terms/compare/1/2')
    expect(status).toBe(200)
    expect(headers.get('Cache-Control')).toBe('public, no-cache')
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(words(document.querySelector('section strong'))).toBe('4 words added, 2 removed.')
    expect([...document.querySelectorAll('.comparison ins')].map(words)).toContain('name and')
    expect(without(document, 'ins')).toBe(first)
    expect(without(document, 'del')).toBe(second)
    expect(words(document.querySelector('details summary'))).toMatch(/^\d+ unchanged lines$/)
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect(document.querySelectorAll('script, style, form, [style]')).toHaveLength(0)
  })

  test('reads the other way round, and says of one revision that nothing changed', async () => {
    const back = await visit('/policy/terms/compare/2/1')
    expect(words(back.document.querySelector('section strong'))).toBe('2 words added, 4 removed.')
    expect(without(back.document, 'ins')).toBe(second)
    const same = await visit('/policy/terms/compare/1/1')
    expect(words(same.document.querySelector('section strong'))).toContain('Nothing changed.')
    expect(same.document.querySelector('.comparison')).toBeNull()
  })

  test('is one click away from the page of a revision, but for the first', async () => {
    const links = async (path: string) =>
      [...(await visit(path)).document.querySelectorAll('main a')].map((link) => link.getAttribute('href'))
    expect(await links('/policy/terms')).toContain('/policy/terms/compare/1/2')
    expect(await links('/policy/terms/revisions/2')).toContain('/policy/terms/compare/1/2')
    expect((await links('/policy/terms/revisions/1')).join()).not.toContain('compare')
  })

  test.each([
    [
      '[a](https://a.example/x.pdf)',
      '[a](https://b.example/x.pdf)',
      'No words changed; 1 link target changed.',
    ],
    ['[a](/x) [b](/y)', '[a](/1) [b](/2)', 'No words changed; 2 link targets changed.'],
    ['See the law.', 'See [the law](/law).', 'No words changed; 1 link added.'],
    ['See [the law](/law).', 'See the law.', 'No words changed; 1 link removed.'],
    ['Names, and more.', 'Names and more.', 'No words changed; only punctuation changed.'],
    ['Names and more.', '- **Names** and more.', 'No words changed; only formatting changed.'],
    ['Names, and more.', '**Names** and more.', 'No words changed; only punctuation and formatting changed.'],
    ['One.\n\nTwo.', 'One.\n\n\nTwo.', 'No words changed; only spaces or line breaks changed.'],
    ['One.', 'One. Two.', '1 word added.'],
    ['One. [Two](/2).', 'One. [Three](/3).', '1 word added, 1 removed; 1 link target changed.'],
  ])('of %j and %j says what changed', async (before, after, sentence) => {
    const key = `said_${sentence.length}_${before.length}_${after.length}`
    await posted(key, before, after)
    const { document } = await visit(`/policy/${key}/compare/1/2`)
    expect(words(document.querySelector('section strong'))).toBe(sentence)
  })

  test('shows nothing of a draft and nothing of a revision that is not there', async () => {
    const { id } = await work.addPolicy('secret', 'Secret')
    await work.draft(id, 'Unspoken words.')
    for (const path of ['terms/compare/1/3', 'terms/compare/0/1', 'secret/compare/1/1', 'none/compare/1/2']) {
      const { status, text, headers } = await visit(`/policy/${path}`)
      expect([status, headers.get('Cache-Control')], path).toEqual([404, 'no-store'])
      expect(text).not.toMatch(/Secret|Unspoken/)
    }
  })

  test('is not sent again to who has it', async () => {
    const etag = (await visit('/policy/terms/compare/1/2')).headers.get('ETag') ?? ''
    expect(etag).not.toBe('')
    const again = await visit('/policy/terms/compare/1/2', { 'If-None-Match': etag })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  test.each(payloads)('runs nothing and leads nowhere: %j', async (payload) => {
    const key = `attack_${payloads.indexOf(payload)}`
    await posted(key, `Before.\n\n${payload}`, `After.\n\n${payload} ${payload}`, 'Nothing of it.')
    for (const path of ['1/2', '2/3', '3/1']) {
      const { document } = await visit(`/policy/${key}/compare/${path}`)
      const inside = [...document.querySelectorAll('.comparison *')].map(({ localName }) => localName)
      for (const name of inside) expect(['ins', 'del', 'details', 'summary']).toContain(name)
      expect(document.querySelectorAll('script, img, svg, iframe, object, embed, style, form')).toHaveLength(
        0,
      )
      for (const link of document.querySelectorAll('a'))
        expect(link.getAttribute('href')).toMatch(/^\/policy/)
      for (const element of document.querySelectorAll('*'))
        for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^style$|^src/)
    }
  })
})
