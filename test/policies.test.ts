import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderMarkdown } from '../contract/markdown.ts'
import { Policy } from '../contract/policies.ts'
import { shaped, testApp } from './support/app.ts'
import { policyWork } from './support/policies.ts'

let shop: Awaited<ReturnType<typeof testApp>>
let work: ReturnType<typeof policyWork>

beforeAll(async () => {
  shop = await testApp()
  work = policyWork(shop)
})
afterAll(() => shop.close())

describe('a policy', () => {
  test('has a public address and nothing in force until its first revision is posted', async () => {
    const made = await work.addPolicy('returns', 'Returns')
    expect(made).toMatchObject({
      key: 'returns',
      title: 'Returns',
      contactEmail: 'privacy@shop.example',
      language: 'en',
      publicPath: '/policy/returns',
      current: null,
      version: 1,
    })
    const { id, number, effectiveAt, contentSha256 } = await work.post(
      made.id,
      'Send it back within 30 days.',
    )
    const { current } = shaped(Policy, await shop.as('service').get(`/api/policies/${made.id}`))
    expect(current).toEqual({ id, number, effectiveAt, contentSha256 })
    expect(number).toBe(1)
  })

  test('is listed with its revision in force, of which there is never more than one', async () => {
    const { id } = await work.addPolicy('terms', 'Terms')
    await work.post(id, 'One.')
    shop.at('2026-06-02T09:00:00.000Z')
    const second = await work.post(id, 'Two.')
    const answer = await shop.as('auditor').list('policies', { key: ['terms'] })
    expect(answer.headers.get('Content-Range')).toBe('policies 0-0/1')
    expect(shaped(Policy.array(), answer).map(({ key, current }) => [key, current?.id])).toEqual([
      ['terms', second.id],
    ])
  })

  test('has a key of its own', async () => {
    await work.addPolicy('cookies')
    const again = { key: 'cookies', title: 'Cookies', contactEmail: 'privacy@shop.example' }
    const { status, problem } = await shop.as('manager').post('/api/policies', again)
    expect([status, problem.errors.key]).toEqual([422, 'Another policy has this key already.'])
  })

  test.each([
    ['a key with capitals', { key: 'Privacy' }, 'key'],
    ['a key that climbs out of its address', { key: '../api' }, 'key'],
    ['no title', { title: ' ' }, 'title'],
    ['no contact address', { contactEmail: 'the office' }, 'contactEmail'],
    ['a language that is none', { language: 'english please' }, 'language'],
  ])('with %s is refused at the field', async (_, fault, field) => {
    const whole = { key: 'anything', title: 'Anything', contactEmail: 'privacy@shop.example' }
    const { status, problem } = await shop.as('manager').post('/api/policies', { ...whole, ...fault })
    expect(status).toBe(422)
    expect(problem.errors).toHaveProperty(field)
  })

  test('is made by managers alone, and never deleted', async () => {
    const body = { key: 'mine', title: 'Mine', contactEmail: 'privacy@shop.example' }
    for (const person of ['service', 'compliance', 'auditor'] as const) {
      const { status, problem } = await shop.as(person).post('/api/policies', body)
      expect([status, problem.code]).toEqual([403, 'FORBIDDEN'])
    }
    const { id } = shaped(Policy, await shop.as('manager').post('/api/policies', body))
    expect((await shop.as('manager').delete(`/api/policies/${id}`)).status).toBe(405)
  })

  test('keeps its key even from the application itself, since the key is a public address', async () => {
    const { id } = await work.addPolicy('kept')
    const move = 'UPDATE policies SET key = $2 WHERE id = $1'
    await expect(shop.db.$client.query(move, [id, 'moved'])).rejects.toThrow('permission denied')
  })
})

describe('the text of a policy', () => {
  test.each([
    [
      'headings below the title of the page',
      '# One\n\nTwo\n---',
      '<h2 id="one">One</h2>\n<h3 id="two">Two</h3>',
    ],
    ['no heading below the sixth level', '###### Six', '<h6 id="six">Six</h6>'],
    [
      'headings that links reach as on GitHub',
      '## Your *rights* & `ours`',
      '<h3 id="your-rights--ours">Your <em>rights</em> &amp; <code>ours</code></h3>',
    ],
    ['headings of one name apart', '# A\n\n# A', '<h2 id="a">A</h2>\n<h2 id="a-1">A</h2>'],
    ['headings without a letter reachable', '# !', '<h2 id="section">!</h2>'],
    ['raw HTML as text', '<b onclick="x()">b</b>', '<p>&lt;b onclick=&quot;x()&quot;&gt;b&lt;/b&gt;</p>'],
    [
      'links to web pages',
      '[a](HTTPS://a.example/?q=1&r "t")',
      '<p><a href="HTTPS://a.example/?q=1&amp;r" title="t">a</a></p>',
    ],
    [
      'links to other pages of the shop',
      '[a](regulations/index.md) [b](#b) [c](/c?d=e:f)',
      '<p><a href="regulations/index.md">a</a> <a href="#b">b</a> <a href="/c?d=e:f">c</a></p>',
    ],
    ['mail addresses as links', '<a@b.example>', '<p><a href="mailto:a@b.example">a@b.example</a></p>'],
    ['of a script only the words', '[a](javascript:alert(1)) b', '<p>a b</p>'],
    [
      'of a hidden script only the words',
      '[a](java&#x0A;script&colon;x) [b](&#1;javascript:x)',
      '<p>a b</p>',
    ],
    [
      'of other protocols only the words',
      '[a](data:text/html,x) <irc://b> [c](vbscript:x) [d](file:///d)',
      '<p>a irc://b c d</p>',
    ],
    ['of an empty link only the words', '[a]()', '<p>a</p>'],
    [
      'an image as a link to it, since no page asks another host for anything',
      '![a "b"](https://a.example/b.png "t")',
      '<p><a href="https://a.example/b.png">a &quot;b&quot;</a></p>',
    ],
    [
      'an image in a link as its words',
      '[![a](https://b.example/c.png) d](https://e.example)',
      '<p><a href="https://e.example">a d</a></p>',
    ],
    ['an image from nowhere safe as its words', '![a](data:image/svg+xml,x)', '<p>a</p>'],
    [
      'a link defined elsewhere under the same rules',
      '[a][x] ![b][x]\n\n[x]: javascript:alert(1)',
      '<p>a b</p>',
    ],
    [
      'a link whose address holds a quote in one piece',
      '[a](<https://a.example/" onclick="x>)',
      '<p><a href="https://a.example/%22%20onclick=%22x">a</a></p>',
    ],
  ])('shows %s', (_, text, shown) => {
    expect(renderMarkdown(text).trim()).toBe(shown)
  })

  test('has tables', () => {
    const rendered = renderMarkdown('|a|b|\n|-|-:|\n|[c](javascript:x)|1|')
    expect(rendered.replaceAll('\n', '')).toBe(
      '<table><thead><tr><th>a</th><th align="right">b</th></tr></thead><tbody><tr><td>c</td><td align="right">1</td></tr></tbody></table>',
    )
  })
})
