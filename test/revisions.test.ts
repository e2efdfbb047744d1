import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Policy } from '../contract/policies.ts'
import { Revision, RevisionRow } from '../contract/revisions.ts'
import { events } from '../server/database/schema/events.ts'
import { revisions } from '../server/database/schema/revisions.ts'
import { revisionInForce } from '../server/policies/inForce.ts'
import { shaped, type testApp } from './support/app.ts'
import { ownPolicies } from './support/ownPolicies.ts'
import { everyLint, type policyWork, summary } from './support/policies.ts'

let shop: Awaited<ReturnType<typeof testApp>>
let work: ReturnType<typeof policyWork>
let policy: Policy
ownPolicies((given) => {
  ;({ shop, work, policy } = given)
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const doneTo = (id: string) =>
  shop.db
    .select({ act: events.act, fields: events.fields, actor: events.actorId, body: events.body })
    .from(events)
    .where(and(eq(events.recordId, id), eq(events.outcome, 'done')))

describe('a draft', () => {
  test('starts from the text posted last, word for word', async () => {
    const first = await work.post(policy.id, '# One\n\nFirst text.\n')
    const draft = await work.draft(policy.id)
    expect(draft).toMatchObject({
      state: 'draft',
      number: null,
      body: '# One\n\nFirst text.\n',
      contentSha256: sha256('# One\n\nFirst text.\n'),
      baseRevisionId: first.id,
      baseNumber: 1,
      latest: { id: first.id, number: 1, contentSha256: first.contentSha256 },
      changeKind: 'substantive',
      inForce: false,
      createdBy: { name: 'Imani Okafor' },
      editors: [],
      publishedAt: null,
    })
  })

  test('of a policy without any text starts empty and cannot be published like that', async () => {
    const draft = await work.draft(policy.id)
    expect(draft).toMatchObject({ body: '', baseRevisionId: null, baseNumber: null, latest: null })
    const { status, problem } = await work.publish(draft)
    expect([status, problem.code, problem.errors.body]).toEqual([422, 'INVALID', 'This is needed.'])
  })

  test('of a policy that does not exist is refused at the field', async () => {
    const policyId = '01980000-0000-7000-8000-000000000000'
    const { status, problem } = await shop.as('compliance').post('/api/revisions', { policyId })
    expect([status, problem.errors.policyId]).toEqual([422, 'There is no such policy.'])
  })

  test('keeps its text byte for byte, blanks and line ends included', async () => {
    const body = '    code\r\n\r\n\ttext  \r\nmore\n\n\n'
    const draft = await work.draft(policy.id, body)
    expect(draft.body).toBe(body)
    expect(draft.contentSha256).toBe(sha256(body))
  })

  test('changes in the given fields alone, and keeps everyone who wrote in it', async () => {
    const draft = await work.draft(policy.id, 'One.')
    shop.at('2026-06-01T09:01:00.000Z')
    const second = shaped(Revision, await work.edit(draft, { body: 'Two.' }, 'manager'))
    shop.at('2026-06-01T09:02:00.000Z')
    const third = shaped(Revision, await work.edit(second, { changeSummary: 'Short.' }, 'compliance2'))
    expect(third).toMatchObject({
      body: 'Two.',
      contentSha256: sha256('Two.'),
      changeSummary: 'Short.',
      version: 3,
      editors: [{ name: 'Imani Okafor' }, { name: 'Maja Lindqvist' }, { name: 'Ravi Nair' }],
    })
    const done = await doneTo(draft.id)
    expect(done.map(({ act, fields }) => [act, fields])).toEqual(
      expect.arrayContaining([
        ['create', null],
        ['edit', ['body']],
        ['edit', ['changeSummary']],
      ]),
    )
  })

  test('is not touched by a save that changes nothing', async () => {
    const draft = await work.draft(policy.id, 'One.')
    const saved = shaped(Revision, await work.edit(draft, { body: 'One.', changeKind: 'substantive' }))
    expect(saved.version).toBe(1)
    expect(await doneTo(draft.id)).toHaveLength(1)
  })

  test('saved by two at once keeps the first and says to the second who was there', async () => {
    const draft = await work.draft(policy.id, 'One.')
    await work.edit(draft, { body: 'Two.' }, 'compliance2')
    const { status, problem } = await work.edit(draft, { body: 'Three.' })
    expect([status, problem.code]).toEqual([409, 'VERSION_CONFLICT'])
    expect(problem.message).toContain('Ravi Nair')
    expect(problem.details).toMatchObject({ fields: ['body'], version: 2 })
    expect((await work.read(draft.id)).body).toBe('Two.')
  })

  test.each([
    ['without its version', { body: 'x' }, 'VERSION_REQUIRED'],
    ['with an instant of publication', { version: 1, publishedAt: '2006-05-04T00:00:00Z' }, 'UNKNOWN_FIELD'],
    ['with a state', { version: 1, state: 'published' }, 'UNKNOWN_FIELD'],
    ['with a card number', { version: 1, body: 'Pay 4111 1111 1111 1111.' }, 'CARD_NUMBER_NOT_ALLOWED'],
    ['with nothing but blanks', { version: 1, body: ' \n' }, 'INVALID'],
    ['with a control character', { version: 1, body: 'a\u0000b' }, 'INVALID'],
    ['with a text of more than 200 KB', { version: 1, body: 'é'.repeat(102_401) }, 'INVALID'],
    ['with 2,001 quotes', { version: 1, body: '> a\n\n'.repeat(2001) }, 'INVALID'],
    ['with quotes nested 2,001 times', { version: 1, body: '>'.repeat(2001) }, 'INVALID'],
  ])('saved %s is refused', async (_, body, code) => {
    const draft = await work.draft(policy.id, 'One.')
    const answer = await shop.as('compliance').put(work.path(draft.id), body)
    expect([answer.status, answer.problem.code]).toEqual([422, code])
    expect((await work.read(draft.id)).body).toBe('One.')
  })

  test('may be as long as 200 KB, with lists, and no request longer than 256 KB', async () => {
    const body = `${'- item\n'.repeat(2000)}\n${'word '.repeat(38_000)}`
    expect((await work.draft(policy.id, body)).body).toBe(body)
    const tooLong = await shop
      .as('compliance')
      .post('/api/revisions', { policyId: policy.id, body: 'x'.repeat(270_000) })
    expect([tooLong.status, tooLong.problem.code]).toEqual([413, 'TOO_LARGE'])
  })

  test('is discarded with a reason and is over then', async () => {
    const draft = await work.draft(policy.id, 'One.')
    const officer = shop.as('compliance')
    const without = await officer.post(work.path(draft.id, 'discard'), { version: 1, reason: ' ' })
    expect([without.status, without.problem.errors.reason]).toEqual([422, 'Say why the draft is discarded.'])
    const stale = await officer.post(work.path(draft.id, 'discard'), { version: 2, reason: 'Not needed.' })
    expect(stale.problem.code).toBe('VERSION_CONFLICT')

    const discarded = shaped(
      Revision,
      await officer.post(work.path(draft.id, 'discard'), { version: 1, reason: 'Not needed.' }),
    )
    expect(discarded).toMatchObject({ state: 'discarded', discardReason: 'Not needed.', number: null })
    for (const answer of [
      await work.edit(discarded, { body: 'Two.' }),
      await work.publish(discarded),
      await officer.post(work.path(draft.id, 'discard'), { version: 2, reason: 'Again.' }),
    ]) {
      expect([answer.status, answer.problem.code]).toEqual([409, 'INVALID_TRANSITION'])
    }
  })

  test('is read by every role, and written by compliance and managers', async () => {
    const draft = await work.draft(policy.id, 'One.')
    for (const person of ['service', 'compliance', 'manager', 'auditor'] as const) {
      expect(shaped(Revision, await shop.as(person).get(work.path(draft.id))).body).toBe('One.')
    }
    for (const person of ['service', 'auditor'] as const) {
      const answers = [
        await shop.as(person).post('/api/revisions', { policyId: policy.id }),
        await work.edit(draft, { body: 'Two.' }, person),
        await shop.as(person).post(work.path(draft.id, 'discard'), { version: 1, reason: 'No.' }),
        await work.publish(draft, {}, person),
      ]
      expect(answers.map(({ status, problem }) => [status, problem.code])).toEqual(
        answers.map(() => [403, 'FORBIDDEN']),
      )
    }
    expect((await work.publish(draft, {}, 'compliance')).status).toBe(403)
    expect((await work.edit(draft, { body: 'Two.' }, 'manager')).status).toBe(200)
  })

  test('is listed by policy and state, without its text', async () => {
    const posted = await work.post(policy.id, 'One.')
    const draft = await work.draft(policy.id)
    const list = (filter: object) => shop.as('service').list('revisions', { policyId: policy.id, ...filter })
    const all = shaped(RevisionRow.strict().array(), await list({}))
    expect(all.map(({ id, inForce }) => [id, inForce])).toEqual(
      expect.arrayContaining([
        [posted.id, true],
        [draft.id, false],
      ]),
    )
    expect(shaped(RevisionRow.array(), await list({ state: 'draft' })).map(({ id }) => id)).toEqual([
      draft.id,
    ])
  })
})

describe('publishing', () => {
  test('posts the text with the next number, in force from that instant, and ends its predecessor', async () => {
    const first = await work.post(policy.id, 'One.')
    shop.at('2026-06-02T10:00:00.000Z')
    const second = await work.post(policy.id, 'Two.')
    const at = '2026-06-02T10:00:00.000Z'
    expect(second).toMatchObject({
      state: 'published',
      number: 2,
      inForce: true,
      publishedAt: at,
      effectiveAt: at,
      supersededAt: null,
      publishedBy: { name: 'Maja Lindqvist' },
      changeSummary: summary,
      contentSha256: sha256('Two.'),
    })
    expect(await work.read(first.id)).toMatchObject({ number: 1, inForce: false, supersededAt: at })
  })

  test('writes one event that carries number and hash of the text', async () => {
    const { id } = await work.post(policy.id, 'One.')
    const published = (await doneTo(id)).filter(({ act }) => act === 'publish')
    expect(published).toHaveLength(1)
    expect(JSON.parse(published[0]?.body ?? '{}').details).toEqual({
      policyId: policy.id,
      number: 1,
      contentSha256: sha256('One.'),
      overridden: 'contact_missing',
    })
  })

  test('is refused when a colleague saved a sentence after the comparison was opened (T16)', async () => {
    await work.post(policy.id, 'One.')
    const compared = await work.draft(policy.id, 'Two.')
    const saved = shaped(Revision, await work.edit(compared, { body: 'Two and a half.' }))
    const { status, problem } = await work.publish(compared)
    expect([status, problem.code]).toEqual([409, 'REVIEWED_TEXT_DIFFERS'])
    expect(problem.details).toEqual({ contentSha256: saved.contentSha256, version: 2 })
    expect(shaped(Revision, await work.publish(saved))).toMatchObject({ number: 2, body: 'Two and a half.' })
  })

  test('is refused when the same text was given another summary meanwhile', async () => {
    const draft = await work.draft(policy.id, 'One.')
    await work.edit(draft, { changeSummary: 'By a colleague.' })
    expect((await work.publish(draft)).problem.code).toBe('VERSION_CONFLICT')
  })

  test('of the second of two drafts waits until the first is merged into it (T17)', async () => {
    await work.post(policy.id, 'One.')
    const [a, b] = [await work.draft(policy.id, 'One. A.'), await work.draft(policy.id, 'One. B.')]
    const posted = shaped(Revision, await work.publish(a))
    const { status, problem } = await work.publish(b)
    expect([status, problem.code]).toEqual([409, 'BASE_OUTDATED'])
    expect(problem.message).toContain('Revision 2')
    expect(problem.details).toEqual({
      latest: { id: posted.id, number: 2, contentSha256: posted.contentSha256 },
    })

    const merge = (baseRevisionId: string, version: number) =>
      shop.as('compliance').put(work.path(b.id), { version, body: 'One. A. B.', baseRevisionId })
    expect((await merge(b.id, 1)).problem.code).toBe('BASE_OUTDATED')
    const merged = shaped(Revision, await merge(posted.id, 1))
    expect(merged).toMatchObject({ baseRevisionId: posted.id, baseNumber: 2 })
    expect(shaped(Revision, await work.publish(merged))).toMatchObject({ number: 3, body: 'One. A. B.' })
  })

  test('of the words that are posted already is refused', async () => {
    await work.post(policy.id, 'One.')
    const { status, problem } = await work.publish(await work.draft(policy.id))
    expect([status, problem.code]).toEqual([409, 'NOTHING_CHANGED'])
    expect(problem.message).toContain('revision 1')
  })

  test.each(['2006-05-04T00:00:00Z', '2026-06-01T09:00:00.000Z', '2027-01-01T00:00:00Z'])(
    'with an effect at %s needs a deviation notice',
    async (effectiveAt) => {
      const { status, problem } = await work.publish(await work.draft(policy.id, 'One.'), { effectiveAt })
      expect([status, problem.code]).toEqual([422, 'DEVIATION_REQUIRED'])
    },
  )

  test.each([
    ['a summary of 19 characters', { changeSummary: '1234567890123456789' }, 'INVALID'],
    ['a summary of 2,001 characters', { changeSummary: 'x'.repeat(2001) }, 'INVALID'],
    ['an instant of posting', { publishedAt: '2006-05-04T00:00:00Z' }, 'UNKNOWN_FIELD'],
    ['no hash of what was compared', { reviewedSha256: undefined }, 'INVALID'],
    ['no version', { version: undefined }, 'VERSION_REQUIRED'],
  ])('with %s is refused', async (_, more, code) => {
    const { status, problem } = await work.publish(await work.draft(policy.id, 'One.'), more)
    expect([status, problem.code]).toEqual([422, code])
  })

  test('asks for the password again after five minutes', async () => {
    const draft = await work.draft(policy.id, 'One.')
    shop.at('2026-06-01T09:00:00.000Z', 6)
    expect((await work.publish(draft)).problem.code).toBe('STEP_UP_REQUIRED')
  })

  test('by a server whose clock is behind never reaches into the predecessor’s time', async () => {
    const first = await work.post(policy.id, 'One.')
    shop.at('2026-06-01T08:59:00.000Z')
    const second = await work.post(policy.id, 'Two.')
    expect(second.effectiveAt).toBe('2026-06-01T09:00:00.001Z')
    expect((await work.read(first.id)).supersededAt).toBe(second.effectiveAt)
  })

  test('sent twice with one key happens once', async () => {
    const { id, version, contentSha256: reviewedSha256 } = await work.draft(policy.id, 'One.')
    const send = () =>
      shop
        .as('manager')
        .post(
          work.path(id, 'publish'),
          { version, reviewedSha256, changeSummary: summary, overrides: everyLint },
          { 'Idempotency-Key': id },
        )
    const [first, second] = [await send(), await send()]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.headers.get('Idempotency-Replayed')).toBe('true')
    expect((await doneTo(id)).filter(({ act }) => act === 'publish')).toHaveLength(1)
  })
})

describe('two managers who publish at once', () => {
  const posted = (policyId: string) =>
    shop.db
      .select()
      .from(revisions)
      .where(and(eq(revisions.policyId, policyId), eq(revisions.state, 'published')))
      .orderBy(revisions.number)

  test('the same draft, end in one winner', async () => {
    const draft = await work.draft(policy.id, 'One.')
    const answers = await Promise.all([
      work.publish(draft, {}, 'manager'),
      work.publish(draft, {}, 'manager2'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const loser = answers.find(({ status }) => status === 409)
    expect(loser?.problem.code).toBe('REVISION_IMMUTABLE')
  })

  test('two drafts, twenty times in parallel, end in one current revision without a gap, and the other text kept', async () => {
    for (const round of [1, 2, 3]) {
      const [a, b] = [
        await work.draft(policy.id, `A ${round}.`),
        await work.draft(policy.id, `B ${round}.`, 'manager2'),
      ]
      shop.at(`2026-06-01T10:0${round}:00.000Z`)
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          index % 2 === 0 ? work.publish(a, {}, 'manager') : work.publish(b, {}, 'manager2'),
        ),
      )
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      const codes = new Set(answers.filter(({ status }) => status !== 200).map(({ problem }) => problem.code))
      expect([...codes].sort()).toEqual(['BASE_OUTDATED', 'REVISION_IMMUTABLE'])

      const all = await posted(policy.id)
      expect(all.map(({ number }) => number)).toEqual(Array.from({ length: round }, (_, index) => index + 1))
      expect(all.filter(({ supersededAt }) => supersededAt === null)).toHaveLength(1)
      const kept = await Promise.all([a, b].map(({ id }) => work.read(id)))
      expect(kept.map(({ body }) => body)).toEqual([`A ${round}.`, `B ${round}.`])
    }
  })
})

describe('a posted revision', () => {
  test('is never changed, published again or discarded, whatever version is named', async () => {
    const posted = await work.post(policy.id, 'One.')
    for (const version of [posted.version, 1]) {
      for (const answer of [
        await work.edit({ ...posted, version }, { body: 'Two.' }, 'manager'),
        await work.publish({ ...posted, version }),
        await shop.as('manager').post(work.path(posted.id, 'discard'), { version, reason: 'Not wanted.' }),
      ]) {
        expect([answer.status, answer.problem.code]).toEqual([409, 'REVISION_IMMUTABLE'])
        expect(answer.problem.message).toBe('Revision 1 is published. Start a new draft from it.')
      }
    }
    expect(await work.read(posted.id)).toEqual(posted)
  })

  test('is not deleted through the door', async () => {
    const { id } = await work.post(policy.id, 'One.')
    const { status, problem } = await shop.as('manager').delete(work.path(id))
    expect([status, problem.code]).toEqual([405, 'DELETE_NOT_ALLOWED'])
  })

  test.each(['db', 'ownerDb'] as const)(
    'stays as it is in the database, acting as %s: text, number, times and the row itself',
    async (role) => {
      const { id } = await work.post(policy.id, 'One.')
      const run = (sql: string, ...values: unknown[]) => shop[role].$client.query(sql, [id, ...values])
      const hash = sha256('Two.')
      for (const change of [
        `body = 'Two.', content_sha256 = '${hash}'`,
        'number = 7',
        "effective_at = effective_at + interval '1 day'",
        "published_at = published_at - interval '1 day'",
        "state = 'draft', number = NULL, published_at = NULL, effective_at = NULL",
        "change_summary = 'Something else entirely.'",
        'version = version + 1',
      ]) {
        await expect(run(`UPDATE revisions SET ${change} WHERE id = $1`), change).rejects.toThrow(
          'never changes',
        )
      }
      const kept = role === 'db' ? 'permission denied' : 'never deleted'
      await expect(run('DELETE FROM revisions WHERE id = $1')).rejects.toThrow(kept)
      await expect(shop[role].$client.query('TRUNCATE revisions CASCADE')).rejects.toThrow(kept)
      const backDated = "UPDATE revisions SET superseded_at = published_at - interval '1 s' WHERE id = $1"
      await expect(run(backDated)).rejects.toThrow('revisions_superseded')
    },
  )

  test('is superseded once and for all', async () => {
    const { id } = await work.post(policy.id, 'One.')
    shop.at('2026-06-02T09:00:00.000Z')
    await work.post(policy.id, 'Two.')
    const again = 'UPDATE revisions SET superseded_at = NULL WHERE id = $1'
    await expect(shop.ownerDb.$client.query(again, [id])).rejects.toThrow('never changes')
  })

  test('answers for any instant which text was in force then', async () => {
    shop.at('2026-03-01T12:00:00.000Z')
    const first = await work.post(policy.id, 'One.')
    shop.at('2026-03-05T12:00:00.000Z')
    const second = await work.post(policy.id, 'Two.')
    await work.draft(policy.id, 'Three.')
    const at = async (instant: string) => (await revisionInForce(shop.db, policy.key, new Date(instant)))?.id
    expect(await at('2026-03-01T11:59:59.999Z')).toBeUndefined()
    expect(await at('2026-03-01T12:00:00.000Z')).toBe(first.id)
    expect(await at('2026-03-05T11:59:59.999Z')).toBe(first.id)
    expect(await at('2026-03-05T12:00:00.000Z')).toBe(second.id)
    expect(await revisionInForce(shop.db, 'no_such_policy', new Date())).toBeNull()
    expect(await revisionInForce(shop.db, policy.key, new Date('2026-03-06T00:00:00Z'))).toEqual({
      id: second.id,
      number: 2,
      effectiveAt: new Date('2026-03-05T12:00:00.000Z'),
      contentSha256: sha256('Two.'),
    })
  })
})
