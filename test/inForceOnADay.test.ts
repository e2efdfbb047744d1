import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Purchase } from '../contract/purchases.ts'
import { type Revision, RevisionRow } from '../contract/revisions.ts'
import { addCustomer, addPurchase } from '../mocks/builders.ts'
import { revisionInForce } from '../server/policies/inForce.ts'
import { type Person, shaped, testApp } from './support/app.ts'
import { requestsOf } from './support/disclosures.ts'
import { policyWork } from './support/policies.ts'

let shop: Awaited<ReturnType<typeof testApp>>
let work: ReturnType<typeof policyWork>
let privacyId: string
let first: Revision
let second: Revision

const parser = new new JSDOM('').window.DOMParser()
const everyone = ['service', 'compliance', 'manager', 'auditor'] as const
const complaint = '2026-03-02T16:20:00.000Z'

beforeAll(async () => {
  shop = await testApp()
  work = policyWork(shop)
  privacyId = (await work.addPolicy('privacy', 'Privacy')).id
  const terms = await work.addPolicy('terms', 'Terms')
  shop.at('2026-02-01T09:00:00.000Z')
  first = await work.post(privacyId, 'We answer within two weeks.')
  shop.at('2026-03-02T18:00:00.000Z')
  second = await work.post(privacyId, 'We answer within three weeks.')
  shop.at('2026-04-01T09:00:00.000Z')
  await work.post(terms.id, 'Our terms.')
  await work.draft(privacyId, 'We answer within four weeks.')
  shop.at('2026-06-01T09:00:00.000Z')
})
afterAll(() => shop.close())

async function promised(inForceAt: string, more: object = {}, person: Person = 'service') {
  const answer = await shop.as(person).list('revisions', { inForceAt, ...more })
  return shaped(RevisionRow.array(), answer)
}
const hashes = (rows: readonly { contentSha256: string }[]) => rows.map(({ contentSha256 }) => contentSha256)

describe('what was promised on a day', () => {
  test.each(everyone)('%s finds from the day of a purchase, with its hash', async (person) => {
    const customer = await addCustomer(shop.db)
    const { id } = await addPurchase(shop.db, customer.id, { placedAt: new Date(complaint) })
    const { placedAt } = shaped(Purchase, await shop.as(person).get(`/api/purchases/${id}`))
    const [revision, ...others] = await promised(placedAt, { policyId: privacyId }, person)
    expect(others).toEqual([])
    expect(revision).toMatchObject({ id: first.id, number: 1, contentSha256: first.contentSha256 })
  })

  test('compliance finds from the day a request was received, the same that the request names', async () => {
    shop.at('2026-03-03T09:00:00.000Z')
    const { receivedAt, policyRevision } = await requestsOf(shop).inReview({ receivedAt: complaint })
    const [revision] = await promised(receivedAt ?? '', { policyId: privacyId }, 'compliance')
    expect(revision).toMatchObject({ id: first.id, contentSha256: first.contentSha256 })
    expect(policyRevision).toEqual({ id: first.id, number: 1, policyKey: 'privacy' })
    shop.at('2026-06-01T09:00:00.000Z')
  })

  test.each([
    ['2026-03-02', 2],
    ['2026-03-01', 1],
    ['2026-03-02T17:59:59.999Z', 1],
    ['2026-03-02T18:00:00.000Z', 2],
    ['2026-03-02T19:59:59+02:00', 1],
    ['2026-06-01', 2],
  ])(
    'of %s is the same to the list, the public page, the act that asks for it and the command line',
    async (when, number) => {
      const expected = number === 1 ? first : second
      const [row] = await promised(when, { policyId: privacyId })
      expect(row).toMatchObject({ number, contentSha256: expected.contentSha256 })
      const page = await (await shop.app.request(`/policy/privacy/at/${when}`)).text()
      const document = parser.parseFromString(page, 'text/html')
      expect(document.querySelector('.standing code')?.textContent).toBe(expected.contentSha256)
      const at = when.includes('T')
        ? new Date(when)
        : new Date(Math.min(Date.parse(when) + 86_399_999, shop.now().getTime()))
      expect((await revisionInForce(shop.db, 'privacy', at))?.contentSha256).toBe(expected.contentSha256)
    },
  )

  test('is one revision of each policy that had one, and never a draft', async () => {
    expect(hashes(await promised('2026-03-15'))).toEqual([second.contentSha256])
    const now = await promised('2026-05-01', {}, 'auditor')
    expect(now.map(({ number, state }) => [number, state])).toEqual(
      expect.arrayContaining([
        [2, 'published'],
        [1, 'published'],
      ]),
    )
    expect(now).toHaveLength(2)
  })

  test('is nothing before the first revision', async () => {
    expect(await promised('2026-01-31')).toEqual([])
    expect(await promised('2026-02-01T08:59:59.999Z', { policyId: privacyId })).toEqual([])
  })

  test.each([
    '2026-06-02',
    '2026-06-01T09:00:00.001Z',
    '2026-02-30',
    'yesterday',
    '',
    7,
    null,
    ['2026-03-02'],
    {},
  ])('cannot be asked of %j', async (inForceAt) => {
    const { status, problem } = await shop.as('manager').list('revisions', { inForceAt })
    expect([status, problem.code]).toEqual([400, 'BAD_QUERY'])
    expect(problem.message).toContain('inForceAt takes a day or an instant that has come')
  })
})
