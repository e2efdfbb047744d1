import { describe, expect, it, test } from 'vitest'
import { renderMarkdown } from '../contract/markdown.ts'
import type { Policy } from '../contract/policies.ts'
import { Revision } from '../contract/revisions.ts'
import { policyTexts } from '../mocks/shop/policyText.ts'
import { lintsOf } from '../server/revisions/lints/lintsOf.ts'
import { outlineOf } from '../server/revisions/lints/outline.ts'
import { shaped, type testApp } from './support/app.ts'
import { ownPolicies } from './support/ownPolicies.ts'
import { payloads } from './support/payloads.ts'
import { type policyWork, summary } from './support/policies.ts'

const contact = 'privacy@shop.example'
const posted = new Map([
  ['privacy', 3],
  ['terms', 1],
])
const found = (body: string, base: string | null = null, changeSummary: string | null = summary) =>
  Object.fromEntries(
    lintsOf({ body: `${body}\n\n${contact}\n`, changeSummary, base, contactEmail: contact, posted }).map(
      (lint) => [lint.code, lint.found],
    ),
  )

describe('before publishing the checks find', () => {
  test('a text without the address that the policy names for questions, as it is now', () => {
    const check = (body: string, contactEmail: string) =>
      lintsOf({ body, changeSummary: summary, base: null, contactEmail, posted })
    expect(check('Ask Privacy@Shop.example.', contact)).toEqual([])
    expect(check('Ask us.', contact)).toEqual([{ code: 'contact_missing', found: [contact] }])
    expect(check('Ask old@shop.example.', '')).toEqual([{ code: 'contact_missing', found: [''] }])
  })

  test.each([null, '', 'Too short.'])('no summary that the public could read: %s', (changeSummary) => {
    expect(found('Text.', null, changeSummary)).toEqual({ summary_missing: [''] })
  })

  test('links within these pages that lead nowhere, and no others', () => {
    const good = [
      '[a](#your-rights)',
      '[b](#)',
      '[c](/policy)',
      '[d](/policy/terms)',
      '[e](/policy/privacy/revisions/3#x)',
      '[f](/policy/privacy/compare/1/2)',
      '[g](/policy/privacy/deviations)',
      '[h](/policyholders)',
      '[i](https://elsewhere.example/policy/none)',
      '`[j](#not-a-link)`',
    ]
    expect(found(`# Your rights\n\n${good.join(' ')}`)).toEqual({})
    const broken = ['#rights', '/policy/none', '/policy/terms/revisions/2', '/policy/privacy/nothing']
    const text = broken.map((address) => `[x](${address})`).join('\n')
    expect(found(`# Your rights\n\n${text}\n\n[y]: #gone`)).toEqual({ link_broken: [...broken, '#gone'] })
  })

  test('headings that are gone, whatever their level, and not those that were moved', () => {
    const base = '# One\n\nTwo\n---\n\n## Three *times*\n\n## One\n'
    expect(found('### Three times\n\n# Two\n\n# One\n\n# One', base)).toEqual({})
    expect(found('# One\n\n# Four', base)).toEqual({ heading_lost: ['Two', 'Three times', 'One'] })
    expect(found('# One\n\n```\n# Two\n```\n\n    # Three times\n\n## One', base)).toEqual({
      heading_lost: ['Two', 'Three times'],
    })
  })

  test('sentences of a paragraph marked as a promise that are gone, wherever the rest went', () => {
    const base =
      'Hello.\n\n[promise]: # (kept)\nWe never store\ncards. We ask first.\nSo it is.\n\nNot marked.\n\n- [promise]: # (kept)\n  We listen.\n'
    expect(outlineOf(base).promises).toEqual([
      'We never store cards.',
      'We ask first.',
      'So it is.',
      'We listen.',
    ])
    expect(found('So it\nis. We never store cards. We ask first. We listen.', base)).toEqual({})
    expect(found('We never store cards. So it is. We may ask.', base)).toEqual({
      promise_vanished: ['We ask first.', 'We listen.'],
    })
  })

  test('the same headings and anchors that the public page shows', () => {
    const texts = [
      ...policyTexts().map(({ body }) => body),
      ...payloads,
      '# A & B\n\n## A & B\n\n> ## Quoted `code`\n\n- # Listed\n\nUnder\n===\n\n#\n\n# [x](/y) **z**',
    ]
    for (const text of texts) {
      const page = [...renderMarkdown(text).matchAll(/<h[2-6] id="([^"]*)">/g)].map(([, id]) => id)
      expect([...outlineOf(text).anchors], text).toEqual([...new Set(page)])
    }
  })
})

it('a promise marker is not seen in public, and the paragraph below it is as it was', () => {
  expect(renderMarkdown('[promise]: # (kept)\nWe never store cards.\n')).toBe(
    '<p>We never store cards.</p>\n',
  )
  expect(renderMarkdown('- [promise]: # (kept)\n  We listen.\n')).toBe('<ul>\n<li>We listen.</li>\n</ul>\n')
})

describe('the server', () => {
  let shop: Awaited<ReturnType<typeof testApp>>
  let work: ReturnType<typeof policyWork>
  let policy: Policy
  ownPolicies((given) => {
    ;({ shop, work, policy } = given)
  })
  const reasons = (...codes: string[]) => ({
    overrides: codes.map((code) => ({ code, reason: 'It is meant to be like this.' })),
  })

  test('tells of a draft what would be found, and refuses what nobody gave a reason for', async () => {
    await work.post(policy.id, `# Rights\n\n# Duties\n\n${contact}`)
    const draft = await work.draft(policy.id, '# Rights\n\n[x](#duties)')
    const lints = [
      { code: 'contact_missing', found: [contact] },
      { code: 'link_broken', found: ['#duties'] },
      { code: 'heading_lost', found: ['Duties'] },
    ]
    expect(draft.lints).toEqual([
      { code: 'contact_missing', found: [contact] },
      { code: 'summary_missing', found: [''] },
      ...lints.slice(1),
    ])
    const refused = await work.publish(draft, { overrides: undefined })
    expect([refused.status, refused.problem.code, refused.problem.details]).toEqual([
      422,
      'LINT_FAILED',
      { lints },
    ])
    expect(refused.problem.message).toContain('links lead nowhere')
    const inPart = await work.publish(draft, reasons('contact_missing', 'heading_lost'))
    expect(inPart.problem.details).toEqual({ lints: [{ code: 'link_broken', found: ['#duties'] }] })
    expect((await work.read(draft.id)).state).toBe('draft')
  })

  test('keeps the reasons with the revision for everybody on the staff to read, and the codes in the event', async () => {
    const draft = await work.draft(policy.id, 'No address.')
    const published = shaped(Revision, await work.publish(draft, reasons('contact_missing', 'heading_lost')))
    expect(published.lints).toEqual([])
    const { overrides } = shaped(Revision, await shop.as('auditor').get(work.path(published.id)))
    expect(overrides).toEqual([
      {
        code: 'contact_missing',
        found: [contact],
        reason: 'It is meant to be like this.',
        by: { id: shop.idOf('manager'), name: 'Maja Lindqvist' },
        at: shop.now().toISOString(),
      },
    ])
    const { rows } = await shop.ownerDb.$client.query(
      "SELECT body::jsonb -> 'details' ->> 'overridden' AS codes FROM events WHERE record_id = $1 AND act = 'publish' AND outcome = 'done'",
      [published.id],
    )
    expect(rows).toEqual([{ codes: 'contact_missing' }])
    const run = (text: string) => shop.ownerDb.$client.query(text)
    await expect(run("UPDATE revision_overrides SET reason = 'x'")).rejects.toThrow()
    await expect(run('DELETE FROM revision_overrides')).rejects.toThrow('never deleted')
  })

  test.each([
    ['a reason of nine characters', [{ code: 'contact_missing', reason: 'Too short' }], 'INVALID'],
    [
      'a reason with a card number',
      [{ code: 'link_broken', reason: 'Card 4111 1111 1111 1111' }],
      'CARD_NUMBER_NOT_ALLOWED',
    ],
    ['a missing summary', [{ code: 'summary_missing', reason: 'There is nothing to say.' }], 'INVALID'],
    ['a check that there is not', [{ code: 'spelling', reason: 'There is nothing to say.' }], 'INVALID'],
  ])('refuses to override with %s', async (_, overrides, code) => {
    const answer = await work.publish(await work.draft(policy.id, 'No address.'), { overrides })
    expect([answer.status, answer.problem.code]).toEqual([422, code])
  })

  test('looks at the contact address as a manager set it meanwhile', async () => {
    const draft = await work.draft(policy.id, contact)
    expect(draft.lints.map(({ code }) => code)).toEqual(['summary_missing'])
    const { id, version } = policy
    const edited = await shop
      .as('manager')
      .put(`/api/policies/${id}`, { version, contactEmail: 'new@shop.example' })
    expect(edited.status).toBe(200)
    const { problem } = await work.publish(draft, { overrides: undefined })
    expect([problem.code, problem.details]).toEqual([
      'LINT_FAILED',
      { lints: [{ code: 'contact_missing', found: ['new@shop.example'] }] },
    ])
  })
})
