import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { laterInEmergency, loggedFields } from '../contract/disclosureActs.ts'
import { Disclosure } from '../contract/disclosures.ts'
import { disclosureEditors, disclosureSubjects, disclosures } from '../server/database/schema/disclosures.ts'
import { events } from '../server/database/schema/events.ts'
import { policies } from '../server/database/schema/policies.ts'
import { revisions } from '../server/database/schema/revisions.ts'
import { shaped, testApp } from './support/app.ts'
import { nobody, requestsOf, subpoena, why } from './support/disclosures.ts'

let app: Awaited<ReturnType<typeof testApp>>
let requests: ReturnType<typeof requestsOf>
beforeAll(async () => {
  app = await testApp()
  requests = requestsOf(app)
})
afterAll(() => app.close())
beforeEach(() => app.at('2026-06-01T09:00:00.000Z'))

const stored = () => app.db.$count(disclosures)
const post = (body: object, person: 'compliance' | 'manager' = 'compliance') =>
  app.as(person).post('/api/disclosures', body)
const deedsOn = (id: string) =>
  app.db
    .select({ act: events.act, fields: events.fields, customerId: events.customerId })
    .from(events)
    .where(and(eq(events.recordId, id), eq(events.outcome, 'done')))
    .orderBy(events.chain, events.seq)

describe('a draft', () => {
  it('is kept with as little as its kind, and says what the log will still demand', async () => {
    const draft = shaped(Disclosure, await post({ kind: 'preservation' }))
    expect(draft).toMatchObject({ state: 'draft', reference: null, dueAt: null, version: 1 })
    expect(draft.missing.map(({ field }) => field)).toEqual([
      'channel',
      'receivedAt',
      'agency.name',
      'officer.name',
      'agencyCaseNumber',
      'legalProcess',
      'ground',
      'justification',
      'subjects',
      'categories',
    ])
  })

  it('is patched: an absent field stays as it is, null clears it', async () => {
    const draft = await requests.draft({ costNote: 'EUR 12' })
    const answer = await app
      .as('compliance')
      .put(`/api/disclosures/${draft.id}`, { version: 1, costNote: null, agencyCaseNumber: '26-9' })
    expect(shaped(Disclosure, answer)).toMatchObject({
      costNote: null,
      agencyCaseNumber: '26-9',
      legalBasisText: '§ 95 StPO',
      officer: { name: 'Jonas Weber' },
      version: 2,
    })
    expect(await deedsOn(draft.id)).toContainEqual({
      act: 'edit',
      fields: ['agencyCaseNumber', 'costNote'],
      customerId: null,
    })
  })

  it('stays at its version when a save changes nothing', async () => {
    const draft = await requests.draft()
    const body = { version: 1, agencyCaseNumber: draft.agencyCaseNumber, agency: draft.agency }
    const answer = await app.as('manager').put(`/api/disclosures/${draft.id}`, body)
    expect(shaped(Disclosure, answer).version).toBe(1)
  })

  it('refuses a save without a version, with an old one, and with a field it does not have', async () => {
    const draft = await requests.draft()
    const put = (body: object) => app.as('compliance').put(`/api/disclosures/${draft.id}`, body)
    expect((await put({ costNote: 'none' })).problem.code).toBe('VERSION_REQUIRED')
    await put({ version: 1, costNote: 'EUR 12' })
    const stale = await put({ version: 1, costNote: 'EUR 13' })
    expect(stale.problem).toMatchObject({
      code: 'VERSION_CONFLICT',
      details: { by: 'Imani Okafor', fields: ['costNote'] },
    })
    expect((await put({ version: 2, state: 'approved' })).problem.code).toBe('UNKNOWN_FIELD')
    expect((await put({ version: 2, is_approved: true })).problem.message).toContain('is_approved')
  })

  it('takes no card number into its justification', async () => {
    const { problem } = await post({ justification: 'He paid with 4111 1111 1111 1111, they say.' })
    expect(problem.code).toBe('CARD_NUMBER_NOT_ALLOWED')
    expect(problem.errors).toHaveProperty('justification')
  })

  it('takes the address of an officer as it takes any other: trimmed, of a bounded length, and no card number', async () => {
    const from = (officialEmail: string) => post({ officer: { name: 'Jonas Weber', officialEmail } })
    const { body } = await from('  weber@Polizei.Example ')
    expect(Disclosure.parse(body).officer?.officialEmail).toBe('weber@polizei.example')
    expect((await from(`4111111111111111@polizei.example`)).problem.code).toBe('CARD_NUMBER_NOT_ALLOWED')
    for (const wrong of ['', 'weber', `${'x'.repeat(300)}@polizei.example`])
      expect((await from(wrong)).problem.errors).toHaveProperty('officer.officialEmail')
  })

  it('is discarded with a reason by its creator or a manager, and its row is kept', async () => {
    const mine = await requests.draft()
    expect(await requests.send('compliance2', 'discard', mine, { reason: 'Sent twice' })).toMatchObject({
      status: 403,
      problem: { code: 'NOT_YOURS' },
    })
    expect(
      (await requests.send('compliance', 'discard', mine, { reason: ' ' })).problem.errors,
    ).toMatchObject({
      reason: 'Say why the draft is discarded.',
    })
    const gone = await requests.act('compliance', 'discard', mine, { reason: 'Sent twice' })
    expect(gone).toMatchObject({ state: 'discarded', discardReason: 'Sent twice', reference: null })
    await requests.act('manager', 'discard', await requests.draft(), { reason: 'Not a request' })
  })

  it('names only customers, requests and people that are there, and each customer once', async () => {
    const [customer = ''] = await requests.customers(1)
    const before = await stored()
    const faultsOf = async (body: object) => (await post(body)).problem.errors
    expect(await faultsOf({ subjects: [{ customerId: nobody() }] })).toMatchObject({
      subjects: { 0: { customerId: 'There is no such customer.' } },
    })
    expect(await faultsOf({ subjects: [{ customerId: customer }, { customerId: customer }] })).toMatchObject({
      subjects: { 1: { customerId: 'This customer is in the list already.' } },
    })
    expect(await faultsOf({ subjects: [{ identifier: ' ' }] })).toMatchObject({
      subjects: { 0: { customerId: expect.stringContaining('Pick a customer') } },
    })
    expect(await faultsOf({ subjects: [{ id: nobody(), customerId: customer }] })).toMatchObject({
      subjects: { 0: { id: 'This is not a subject of the request.' } },
    })
    expect(await faultsOf({ relatedRequestId: nobody() })).toHaveProperty('relatedRequestId')
    expect(await faultsOf({ scopeFrom: '2026-02-01', scopeTo: '2026-01-01' })).toHaveProperty('scopeTo')
    expect(await stored()).toBe(before)

    const { id } = await requests.draft()
    for (const relatedRequestId of [nobody(), id]) {
      const answer = await app
        .as('compliance')
        .put(`/api/disclosures/${id}`, { version: 1, relatedRequestId })
      expect(answer.problem.errors).toHaveProperty('relatedRequestId')
    }
    const { id: earlier } = await requests.draft()
    const tied = { version: 1, relatedRequestId: earlier }
    const answer = await app.as('compliance').put(`/api/disclosures/${id}`, tied)
    expect(shaped(Disclosure, answer).relatedRequestId).toBe(earlier)
  })
})

describe('subjects', () => {
  it('are replaced as a list: kept ones keep their id and decision, others start undecided, none is lost', async () => {
    const [one = '', two = '', three = ''] = await requests.customers(3)
    const request = await requests.inReview({
      subjects: [{ customerId: one }, { customerId: two }],
    })
    await requests.verified(request)
    const current = await requests.read('compliance', request.id)
    const proposal = await requests.act(
      'compliance',
      'propose',
      current,
      requests.deciding(current, 'produce'),
    )
    const back = await requests.act('manager', 'return', proposal, {
      text: 'The second one is another person.',
    })
    const [kept] = back.subjects
    const answer = await app.as('compliance').put(`/api/disclosures/${request.id}`, {
      version: back.version,
      subjects: [{ customerId: three }, { id: kept?.id, customerId: one }],
    })
    const { subjects } = shaped(Disclosure, answer)
    expect(subjects.map(({ customerId, decision }) => [customerId, decision])).toEqual([
      [three, 'undecided'],
      [one, 'produce'],
    ])
    expect(subjects[1]?.id).toBe(kept?.id)
    const rows = await app.db
      .select()
      .from(disclosureSubjects)
      .where(eq(disclosureSubjects.disclosureId, request.id))
    expect(rows.filter(({ removedAt }) => removedAt !== null).map(({ customerId }) => customerId)).toEqual([
      two,
    ])
  })

  it('have to be decided again when they now mean somebody else, or the scope no longer covers the answer', async () => {
    const [other = ''] = await requests.customers(1)
    const partly = { reason: 'out_of_scope', categories: ['purchases'] }
    const proposal = await requests.proposed('partial', partly)
    const back = await requests.act('manager', 'return', proposal, { text: 'Only who it is.' })
    const put = async (version: number, body: object) =>
      shaped(Disclosure, await app.as('compliance').put(`/api/disclosures/${back.id}`, { version, ...body }))
    const narrowed = await put(back.version, { categories: ['identity'] })
    expect(narrowed.subjects).toMatchObject([{ decision: 'undecided', categories: null, reason: null }])

    const again = await requests.act(
      'compliance',
      'propose',
      narrowed,
      requests.deciding(narrowed, 'produce'),
    )
    const returned = await requests.act('manager', 'return', again, { text: 'It is the wrong account.' })
    const swapped = await put(returned.version, {
      subjects: [{ id: returned.subjects[0]?.id, customerId: other }],
    })
    expect(swapped.subjects).toMatchObject([
      { id: returned.subjects[0]?.id, customerId: other, decision: 'undecided' },
    ])
  })
})

describe('logging', () => {
  it('happens in one step with the draft: reference, clock and review, or nothing is stored', async () => {
    const request = await requests.inReview()
    expect(request).toMatchObject({
      state: 'in_review',
      dueAt: '2026-06-12T08:00:00.000Z',
      assignedTo: { name: 'Imani Okafor' },
      loggedBy: { name: 'Imani Okafor' },
      verificationState: 'unverified',
    })
    expect(request.reference).toMatch(/^DR-2026-\d{4}$/)
    expect((await deedsOn(request.id)).map(({ act }) => act)).toEqual(['create', 'log', 'assign'])
  })

  it('happens in two steps as well, and numbers requests one after the other within a year', async () => {
    const first = await requests.act('manager', 'log', await requests.draft())
    const second = await requests.act('compliance', 'log', await requests.draft())
    expect(first).toMatchObject({ state: 'logged', assignedTo: null })
    const number = (reference: string | null) => Number(reference?.slice(-4))
    expect(number(second.reference)).toBe(number(first.reference) + 1)
    app.at('2025-01-04T09:00:00.000Z')
    const late = subpoena(await requests.customers(1), { receivedAt: '2025-01-02T00:00:00Z' })
    const next = shaped(Disclosure, await post({ ...late, log: {} }))
    expect(next.reference).toBe('DR-2025-0001')
    expect((await requests.send('compliance', 'log', next)).problem.code).toBe('INVALID_TRANSITION')
  })

  it.each(['', 'Nineteen characters', '                              ', '\u200b'.repeat(30), null])(
    'demands a justification: %j is refused, nothing is stored and the attempt is on record',
    async (justification) => {
      const before = await stored()
      const body = { ...subpoena(await requests.customers(1), { justification }), log: {} }
      const { status, problem } = await post(body)
      expect([status, problem.code]).toEqual([422, 'JUSTIFICATION_REQUIRED'])
      expect(problem.errors).toMatchObject({
        justification: 'Write why this request should be answered (at least 20 characters).',
      })
      expect(await stored()).toBe(before)
      const refused = await app.db
        .select({ code: events.code, outcome: events.outcome })
        .from(events)
        .where(eq(events.requestId, problem.requestId))
      expect(refused).toEqual([{ code: 'JUSTIFICATION_REQUIRED', outcome: 'refused' }])

      const draft = await requests.draft({ justification })
      expect((await requests.send('manager', 'log', draft)).problem.code).toBe('JUSTIFICATION_REQUIRED')
      expect((await requests.read('compliance', draft.id)).state).toBe('draft')
    },
  )

  it('refuses more than 10,000 characters of justification', async () => {
    expect((await post({ justification: 'x'.repeat(10_001) })).problem.errors).toHaveProperty('justification')
  })

  it('refuses the justification of the request before, word for word', async () => {
    const { reference, justification } = await requests.inReview()
    const copied = { justification: `  ${justification?.replace(' ', '\n')} ` }
    const body = { ...subpoena(await requests.customers(1), copied), log: {} }
    const { problem } = await post(body, 'manager')
    expect(problem.code).toBe('JUSTIFICATION_REPEATED')
    expect(problem.message).toContain(reference)
    expect(problem.errors).toHaveProperty('justification')

    const other = await requests.draft()
    const logged = await requests.act('compliance', 'log', other)
    const put = { version: logged.version, justification }
    await requests.inReview({ justification: `${justification} Once more.` })
    expect((await app.as('manager').put(`/api/disclosures/${other.id}`, put)).status).toBe(200)
    const last = await requests.inReview()
    const again = { version: logged.version + 1, justification: last.justification }
    const answer = await app.as('manager').put(`/api/disclosures/${other.id}`, again)
    expect(answer.problem.code).toBe('JUSTIFICATION_REPEATED')
  })

  it('gives each of twenty requests logged at once a reference of its own', async () => {
    const logged = await Promise.all(Array.from({ length: 20 }, () => requests.inReview()))
    expect(new Set(logged.map(({ reference }) => reference)).size).toBe(20)
  })

  it('demands every field of a logged request, named as the form nests it', async () => {
    const empty = Object.fromEntries(loggedFields.map((field) => [field, null]))
    const { problem } = await post({
      ...subpoena([], empty),
      categories: [],
      log: { assignTo: app.idOf('manager') },
    })
    expect(problem.code).toBe('INVALID')
    expect(problem.errors).toEqual({
      channel: 'This is needed.',
      receivedAt: 'This is needed.',
      agency: { name: 'This is needed.' },
      officer: { name: 'This is needed.' },
      agencyCaseNumber: 'This is needed.',
      legalProcess: 'This is needed.',
      ground: 'This is needed.',
      subjects: 'Name at least one person the request is about.',
      categories: 'Pick at least one category.',
      root: { serverError: problem.message },
    })
  })

  it('refuses a receipt that lies in the future', async () => {
    const body = subpoena([], { receivedAt: '2026-06-01T09:00:01Z' })
    expect((await post({ ...body, log: {} })).problem.errors).toMatchObject({
      receivedAt: 'This lies in the future.',
    })
  })

  it('keeps what was logged complete from then on', async () => {
    const request = await requests.inReview()
    const put = (body: object) =>
      app.as('compliance').put(`/api/disclosures/${request.id}`, { version: request.version, ...body })
    expect((await put({ justification: 'Because.' })).problem.code).toBe('JUSTIFICATION_REQUIRED')
    expect((await put({ officer: null })).problem.errors).toMatchObject({
      officer: { name: 'This is needed.' },
    })
    expect((await put({ subjects: [] })).problem.errors).toHaveProperty('subjects')
    expect((await put({ categories: [] })).problem.errors).toHaveProperty('categories')
  })

  it('ties the request to the revision of the privacy policy that was in force when it came in', async () => {
    const [one, two] = await twoRevisions()
    const received = async (receivedAt: string) =>
      (await requests.inReview({ receivedAt })).policyRevision?.number ?? null
    expect(await received('2026-05-19T23:59:59.999Z')).toBeNull()
    expect(await received('2026-05-20T00:00:00.000Z')).toBe(one)
    expect(await received('2026-05-24T23:59:59.999Z')).toBe(one)
    expect(await received('2026-05-25T00:00:00.000Z')).toBe(two)

    const request = await requests.inReview()
    const put = { version: request.version, receivedAt: '2026-05-21T08:00:00.000Z' }
    const moved = shaped(Disclosure, await app.as('compliance').put(`/api/disclosures/${request.id}`, put))
    expect(moved.policyRevision).toMatchObject({ number: one, policyKey: 'privacy' })
  })
})

describe('the due instant', () => {
  it.each([
    ['trial_subpoena', 'disclosure', '2026-06-12T08:00:00.000Z'],
    ['epoc', 'disclosure', '2026-06-08T08:00:00.000Z'],
    ['informal_inquiry', 'disclosure', '2026-06-12T08:00:00.000Z'],
  ])('of %s follows the process', async (legalProcess, kind, due) => {
    expect((await requests.inReview({ legalProcess, kind })).dueAt).toBe(due)
  })

  it('is set otherwise only with a reason, and moves with the receipt when it is not', async () => {
    const dueAt = '2026-06-03T08:00:00.000Z'
    const body = { ...subpoena(await requests.customers(1), { dueAt }), log: {} }
    expect((await post(body)).problem.errors).toHaveProperty('dueReason')
    const request = shaped(Disclosure, await post({ ...body, dueReason: 'The court set it.' }))
    expect(request).toMatchObject({ dueAt, dueReason: 'The court set it.' })

    const plain = await requests.inReview()
    const put = async (body: object) =>
      app.as('compliance').put(`/api/disclosures/${plain.id}`, { version: plain.version, ...body })
    expect((await put({ dueAt })).problem.errors).toHaveProperty('dueReason')
    const moved = shaped(Disclosure, await put({ receivedAt: '2026-05-30T08:00:00.000Z' }))
    expect(moved.dueAt).toBe('2026-06-13T08:00:00.000Z')
  })

  it('in the past is refused until somebody says that they log it overdue', async () => {
    const body = subpoena(await requests.customers(1), { receivedAt: '2026-05-01T08:00:00Z' })
    const { status, problem } = await post({ ...body, log: {} })
    expect([status, problem.code]).toEqual([422, 'DUE_IN_PAST'])
    expect(problem.message).toContain('15 May 2026, 08:00 UTC')
    expect(shaped(Disclosure, await post({ ...body, log: { acknowledgeOverdue: true } })).state).toBe(
      'logged',
    )
  })
})

describe('an emergency', () => {
  const emergency = {
    dangerDescription: 'A threat to kill, sent last night',
    whoIsAtRisk: 'The former partner',
    whyDataNeeded: 'To find where he is',
    declaredBy: 'Jonas Weber',
  }
  const reduced = {
    kind: 'emergency_disclosure',
    ...Object.fromEntries(laterInEmergency.map((field) => [field, null])),
  }

  it('is logged without case number and process, as a voluntary answer due eight hours after receipt', async () => {
    app.at('2026-06-06T21:10:00.000Z')
    const receivedAt = '2026-06-06T21:05:00.000Z'
    const request = await requests.inReview({ ...reduced, emergency, receivedAt, channel: 'phone' })
    expect(request).toMatchObject({
      legalProcess: 'emergency_voluntary',
      agencyCaseNumber: null,
      dueAt: '2026-06-07T05:05:00.000Z',
    })
  })

  it('says who is in danger, of what, and who declared it', async () => {
    const body = { ...subpoena(await requests.customers(1), reduced), log: {} }
    expect((await post(body)).problem.errors).toMatchObject({
      emergency: { dangerDescription: 'This is needed.', declaredBy: 'This is needed.' },
    })
  })
})

describe('assigning', () => {
  it('takes a logged request into review, and hands one in review over', async () => {
    const logged = await requests.act('compliance', 'log', await requests.draft())
    const mine = await requests.act('manager', 'assign', logged, { assignTo: app.idOf('compliance2') })
    expect(mine).toMatchObject({ state: 'in_review', assignedTo: { name: 'Ravi Nair' } })
    const handed = await requests.act('compliance2', 'assign', mine, { assignTo: app.idOf('manager') })
    expect(handed.assignedTo?.name).toBe('Maja Lindqvist')
  })

  it.each(['service', 'auditor'] as const)('to %s is refused', async (person) => {
    const logged = await requests.act('compliance', 'log', await requests.draft())
    const assignTo = app.idOf(person)
    expect((await requests.send('compliance', 'assign', logged, { assignTo })).problem.errors).toHaveProperty(
      'assignTo',
    )
    const body = { ...subpoena(await requests.customers(1)), log: { assignTo } }
    expect((await post(body)).problem.errors).toHaveProperty('assignTo')
  })

  it('demands somebody the request is about and something asked for', async () => {
    const logged = await requests.act(
      'compliance',
      'log',
      await requests.draft({ subjects: [], categories: [] }),
    )
    expect(logged.missing.map(({ field }) => field)).toEqual(['subjects', 'categories'])
    const { problem } = await requests.send('compliance', 'assign', logged, {
      assignTo: app.idOf('compliance'),
    })
    expect(Object.keys(problem.errors)).toEqual(['subjects', 'categories', 'root'])
  })
})

describe('who shaped a request', () => {
  const editors = async (id: string) =>
    (await app.db.select().from(disclosureEditors).where(eq(disclosureEditors.disclosureId, id))).map(
      ({ staffId, what }) => [staffId, what],
    )

  it.each([
    ['justification', () => why()],
    ['ground', () => 'other_criminal_activity'],
    ['legalBasisText', () => '§ 94 StPO'],
    ['liabilityBasis', () => 'Goods bought with stolen cards'],
    ['legalProcess', () => 'search_warrant'],
    ['categories', () => ['identity']],
    ['scopeTo', () => '2026-04-30'],
    ['subjects', () => [{ identifier: 'mail@example.org' }]],
  ])('remembers whoever changed its %s', async (field, value) => {
    const request = await requests.inReview()
    const body = { version: request.version, [field]: value() }
    shaped(Disclosure, await app.as('manager').put(`/api/disclosures/${request.id}`, body))
    expect(await editors(request.id)).toContainEqual([app.idOf('manager'), 'edited'])
  })

  it('does not count who corrected the officer, verified the requester or handed the request over', async () => {
    const request = await requests.inReview()
    const officer = { name: 'Jonas Weber', phone: '+49 30 4664 0' }
    const answer = await app
      .as('manager')
      .put(`/api/disclosures/${request.id}`, { version: request.version, officer })
    const verified = await requests.verified(shaped(Disclosure, answer), 'manager')
    await requests.act('manager', 'assign', verified, { assignTo: app.idOf('compliance2') })
    expect((await editors(request.id)).map(([who]) => who)).not.toContain(app.idOf('manager'))
  })
})

async function twoRevisions() {
  const at = new Date('2026-05-20T00:00:00.000Z')
  const next = new Date('2026-05-25T00:00:00.000Z')
  const stamps = { createdAt: at, updatedAt: at }
  const policy = {
    id: v7(),
    key: 'privacy',
    title: 'Privacy',
    contactEmail: 'privacy@example.org',
    ...stamps,
  }
  await app.db.insert(policies).values(policy)
  const posted = (number: number, effectiveAt: Date, supersededAt: Date | null) => ({
    id: v7(),
    policyId: policy.id,
    number,
    state: 'published' as const,
    body: '',
    contentSha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    changeSummary: 'The first text that was posted',
    publishedAt: effectiveAt,
    effectiveAt,
    supersededAt,
    ...stamps,
  })
  await app.db.insert(revisions).values([posted(1, at, next), posted(2, next, null)])
  return [1, 2]
}
