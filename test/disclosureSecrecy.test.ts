import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Decision, Disclosure, DisclosureRow } from '../contract/disclosures.ts'
import { customers } from '../server/database/schema/customers.ts'
import { disclosures } from '../server/database/schema/disclosures.ts'
import { events } from '../server/database/schema/events.ts'
import { type Answer, type Person, query, shaped, testApp } from './support/app.ts'
import { requestsOf, subpoena } from './support/disclosures.ts'

let app: Awaited<ReturnType<typeof testApp>>
let requests: ReturnType<typeof requestsOf>
beforeAll(async () => {
  app = await testApp()
  requests = requestsOf(app)
})
afterAll(() => app.close())
beforeEach(() => app.at('2026-06-01T09:00:00.000Z'))

const Rows = z.array(DisclosureRow)
const listed = async (person: Person, filter: object = {}) =>
  shaped(Rows, await app.as(person).list('disclosures', filter, [0, 999])).map(({ id }) => id)
const total = async (person: Person, filter: object = {}) =>
  (await app.as(person).list('disclosures', filter, [0, 0])).headers.get('Content-Range')?.split('/')[1]
const decided = async () => {
  const proposal = await requests.proposed()
  const { version, scopeHash } = proposal
  return requests.act('manager', 'approve', { ...proposal, version }, { scopeHash })
}

/** All that an answer tells: status, headers and body, but for what differs between any two requests. */
function told({ status, headers, body }: Answer) {
  const shown = [...headers].filter(([name]) => !['x-request-id', 'date'].includes(name))
  return { status, headers: shown, body: JSON.stringify(body).replace(/"requestId":"[^"]*"/, '') }
}

describe('customer service', () => {
  it('cannot tell a request that exists from one that does not, by any route', async () => {
    const { id, version, scopeHash, reference, subjects } = await requests.proposed()
    const [decision] = shaped(
      z.array(Decision),
      await app.as('compliance').list('decisions', { disclosureId: id }),
    )
    const missing = randomUUID()
    const bodies: Record<string, object> = {
      log: { version },
      discard: { version, reason: 'Not ours' },
      assign: { version, assignTo: app.idOf('service') },
      verify: { version, result: 'verified', method: 'portal' },
      propose: { version },
      return: { version, text: 'Once more' },
      approve: { version, scopeHash },
      refuse: { version, scopeHash, refusalGround: 'other' },
      frobnicate: {},
    }
    for (const person of ['service', 'service2'] as const) {
      const hands = app.as(person)
      const routes: ((of: string) => Promise<Answer>)[] = [
        (of) => hands.get(`/api/disclosures/${of}`),
        (of) => hands.get(`/api/disclosures?${query({ filter: { id: [of] } })}`),
        (of) => hands.list('disclosures', { q: of === id ? reference : 'DR-2026-9999' }),
        (of) => hands.list('decisions', { disclosureId: of }),
        (of) => hands.list('disclosures', { customerId: of === id ? subjects[0]?.customerId : of }),
        (of) => hands.put(`/api/disclosures/${of}`, { version, costNote: 'EUR 1' }),
        (of) => hands.post('/api/disclosures', { relatedRequestId: of }),
        (of) => hands.delete(`/api/disclosures/${of}`),
        (of) => hands.get(`/api/disclosures/${of}/packet`),
        (of) => hands.list('events', { recordId: of }),
        (of) => hands.list('events', { noun: 'disclosures', recordId: of }),
        (of) => hands.get(`/api/decisions/${of === id ? decision?.id : of}`),
        ...Object.entries(bodies).map(
          ([verb, body]) =>
            (of: string) =>
              hands.post(`/api/disclosures/${of}/${verb}`, body),
        ),
      ]
      for (const [index, route] of routes.entries()) {
        expect([index, told(await route(id))]).toEqual([index, told(await route(missing))])
      }
    }
    expect((await app.as('service').get(`/api/disclosures/${id}`)).problem).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
      message: 'No such record.',
    })
  })

  it('sees no trace of it on the customer: neither the record, nor its version, nor its timeline', async () => {
    const [asked = ''] = await requests.customers(1)
    const row = () => app.db.select().from(customers).where(eq(customers.id, asked))
    const timeline = async () => (await app.as('service').list('events', { customerId: asked })).body
    const seen = async () => (await app.as('service').list('customers', { id: [asked] })).body
    const before = [await row(), await timeline(), await seen()]
    const logged = await requests.inReview({ subjects: [{ customerId: asked }] })
    const proposal = await requests.act(
      'compliance',
      'propose',
      await requests.verified(logged),
      requests.deciding(logged, 'produce'),
    )
    await requests.act('manager', 'approve', proposal, { scopeHash: proposal.scopeHash })
    expect([await row(), await timeline(), await seen()]).toEqual(before)
    await requests.read('compliance', logged.id)
    const carriers = await app.db
      .select()
      .from(events)
      .where(
        sql`${events.noun} IN ('disclosures', 'decisions') AND (${events.customerId} IS NOT NULL OR ${events.body} LIKE ${`%${asked}%`})`,
      )
    expect(carriers).toEqual([])
  })

  it('leaves an event each time it knocks, which it cannot read itself', async () => {
    const { problem } = await app.as('service').get(`/api/disclosures/${randomUUID()}`)
    const [event] = await app.db.select().from(events).where(eq(events.requestId, problem.requestId))
    expect(event).toMatchObject({ noun: 'disclosures', act: 'show', outcome: 'refused', code: 'FORBIDDEN' })
    expect((await app.as('service').list('events', { noun: 'disclosures' })).body).toEqual([])
  })
})

describe('opening a request', () => {
  it('is an event without a customer', async () => {
    const { id } = await requests.inReview()
    await requests.read('manager2', id)
    const [opened] = await app.db
      .select()
      .from(events)
      .where(sql`${events.recordId} = ${id} AND ${events.act} = 'open'`)
    expect(opened).toMatchObject({ actorId: app.idOf('manager2'), customerId: null, outcome: 'done' })
  })
})

describe('a restricted request', () => {
  const circle = () => ({
    handlingLevel: 'restricted',
    visibleTo: [app.idOf('compliance2'), app.idOf('manager2')],
  })

  it('exists for the people it names alone, whatever their role: rows, totals, one, decisions and acts', async () => {
    const before = await total('manager')
    const { id, version, visibleTo } = await requests.verified(await requests.inReview(circle()))
    expect(visibleTo.map(({ name }) => name).sort()).toEqual(['Chidi Eze', 'Imani Okafor', 'Ravi Nair'])
    expect(await total('manager')).toBe(before)
    for (const person of ['manager', 'auditor'] as const) {
      expect(await listed(person)).not.toContain(id)
      expect(await listed(person, { id: [id] })).toEqual([])
      const missing = randomUUID()
      const one = (of: string) => app.as(person).get(`/api/disclosures/${of}`)
      expect(told(await one(id))).toEqual(told(await one(missing)))
      expect((await app.as(person).list('decisions', { disclosureId: id })).body).toEqual([])
    }
    const assign = (of: string) =>
      app.as('manager').post(`/api/disclosures/${of}/assign`, { version, assignTo: app.idOf('manager') })
    expect(told(await assign(id))).toEqual(told(await assign(randomUUID())))
    const related = await app.as('manager').post('/api/disclosures', { relatedRequestId: id })
    expect(related.problem.errors).toHaveProperty('relatedRequestId')
    for (const person of ['compliance', 'compliance2', 'manager2'] as const)
      expect(await listed(person)).toContain(id)
  })

  it('is decided by one of those it names', async () => {
    const proposal = await requests.proposed('produce', {}, circle())
    const decide = (person: Person) =>
      requests.send(person, 'approve', proposal, { scopeHash: proposal.scopeHash })
    expect((await decide('manager')).status).toBe(404)
    expect((await decide('manager2')).status).toBe(200)
  })

  it('names at least two who can decide it, and only staff who may see requests', async () => {
    const faults = async (visibleTo: string[]) => {
      const body = { handlingLevel: 'restricted', visibleTo }
      return (await app.as('compliance').post('/api/disclosures', body)).problem.errors
    }
    expect(await faults([])).toHaveProperty('visibleTo')
    expect(await faults([app.idOf('compliance'), app.idOf('manager')])).toHaveProperty('visibleTo')
    expect(await faults([app.idOf('auditor'), app.idOf('manager')])).toHaveProperty('visibleTo')
    expect(await faults([app.idOf('service'), ...circle().visibleTo])).toHaveProperty('visibleTo')
    expect(await faults([randomUUID(), ...circle().visibleTo])).toHaveProperty('visibleTo')

    const { id, version } = await requests.draft()
    const put = (person: Person, body: object) =>
      app.as(person).put(`/api/disclosures/${id}`, { version, handlingLevel: 'restricted', ...body })
    const narrow = { visibleTo: [app.idOf('compliance2')] }
    expect((await put('compliance', narrow)).problem.errors).toHaveProperty('visibleTo')
    const shaping = { visibleTo: [app.idOf('compliance2'), app.idOf('manager')], agencyCaseNumber: '26-1' }
    expect((await put('manager', { ...shaping, scopeTo: '2026-03-30' })).problem.errors).toHaveProperty(
      'visibleTo',
    )
    expect((await put('manager', shaping)).status).toBe(200)
  })

  it('is given to somebody of its circle, and keeps who works on it inside', async () => {
    const body = {
      ...subpoena(await requests.customers(1), circle()),
      log: { assignTo: app.idOf('manager') },
    }
    const outside = await app.as('compliance').post('/api/disclosures', body)
    expect(outside.problem.errors).toHaveProperty('assignTo')
    const open = await requests.inReview()
    const handed = await requests.act('compliance', 'assign', open, { assignTo: app.idOf('manager') })
    const put = { version: handed.version, ...circle() }
    const answer = await app.as('compliance').put(`/api/disclosures/${open.id}`, put)
    expect(answer.problem.errors).toHaveProperty('assignTo')
  })

  it('is not named when somebody outside repeats its justification', async () => {
    const { justification } = await requests.inReview(circle())
    const body = { ...subpoena(await requests.customers(1), { justification }), log: {} }
    expect((await app.as('manager').post('/api/disclosures', body)).status).toBe(201)
  })
})

describe('an auditor', () => {
  it('reads reference, state, process, agency, clocks, deciders, hashes and outcome, and nothing else', async () => {
    const { id, reference, scopeHash, justification } = await decided()
    const answer = await app.as('auditor').get(`/api/disclosures/${id}`)
    const seen = shaped(Disclosure, answer)
    expect(seen).toMatchObject({
      reference,
      state: 'approved',
      kind: 'disclosure',
      legalProcess: 'trial_subpoena',
      agency: { name: 'Landeskriminalamt Berlin', type: 'police', country: 'DE' },
      dueAt: '2026-06-12T08:00:00.000Z',
      decidedBy: { name: 'Maja Lindqvist' },
      outcome: 'full',
      scopeHash,
      subjects: [],
      subjectCount: null,
      justification: null,
      officer: null,
      agencyCaseNumber: null,
      categories: [],
      acts: {},
      missing: [],
    })
    const text = JSON.stringify(answer.body)
    for (const hidden of [justification, 'Jonas Weber', '26-4711/3', '§ 95 StPO', 'Gonçalves'])
      expect(text).not.toContain(hidden)
    const [row] = shaped(Rows, await app.as('auditor').list('disclosures', { id: [id] }))
    expect(row).toMatchObject({ subjectCount: null, agencyCaseNumber: null, assignedTo: null })
  })

  it('reads who decided when about which hash, without the words', async () => {
    const request = await requests.inReview()
    const note = 'Called back through the switchboard.'
    await requests.act('compliance', 'verify', request, { result: 'verified', method: 'portal', note })
    const [seen] = shaped(
      z.array(Decision),
      await app.as('auditor').list('decisions', { disclosureId: request.id }),
    )
    expect(seen).toMatchObject({
      type: 'verification',
      by: { name: 'Imani Okafor' },
      text: null,
      result: 'verified',
    })
    const [read] = shaped(
      z.array(Decision),
      await app.as('manager').list('decisions', { disclosureId: request.id }),
    )
    expect(read?.text).toBe(note)
    expect(shaped(Decision, await app.as('auditor').get(`/api/decisions/${seen?.id}`)).text).toBeNull()
  })

  it('cannot find out by searching or filtering what the page does not show', async () => {
    const agency = { name: 'Staatsanwaltschaft Köln', type: 'prosecutor', country: 'DE' }
    const { id, reference } = await requests.inReview({ agency, officer: { name: 'Petra Vogel' } })
    expect(await listed('auditor', { q: 'staatsanwaltschaft koln' })).toEqual([id])
    expect(await listed('auditor', { q: reference })).toEqual([id])
    for (const q of ['vogel', '26-4711']) {
      expect(await listed('auditor', { q })).toEqual([])
      expect(await listed('compliance', { q })).toContain(id)
    }
    for (const filter of [{ customerId: randomUUID() }, { assignedToId: app.idOf('manager') }]) {
      const { status, problem } = await app.as('auditor').list('disclosures', filter)
      expect([status, problem.code]).toEqual([400, 'BAD_QUERY'])
    }
  })

  it('changes nothing', async () => {
    const draft = await requests.draft()
    expect((await app.as('auditor').post('/api/disclosures', {})).problem.code).toBe('FORBIDDEN')
    expect((await requests.send('auditor', 'log', draft)).problem.code).toBe('FORBIDDEN')
    expect((await app.as('auditor').put(`/api/disclosures/${draft.id}`, { version: 1 })).problem.code).toBe(
      'FORBIDDEN',
    )
  })
})

describe('the list of requests', () => {
  it('says what waits for me: what I may decide as the second person, and what I review', async () => {
    const proposal = await requests.proposed()
    const mine = await requests.inReview({}, 'compliance2')
    const waiting = async (person: Person) => listed(person, { waitingForMe: true })
    expect(await waiting('compliance')).not.toContain(proposal.id)
    expect(await waiting('manager')).toContain(proposal.id)
    expect(await waiting('manager')).not.toContain(mine.id)
    expect(await waiting('compliance2')).toEqual(expect.arrayContaining([proposal.id, mine.id]))
    expect(await waiting('auditor')).toEqual([])
    for (const id of await waiting('manager')) {
      const { state, acts, assignedTo } = await requests.read('manager', id)
      if (state === 'awaiting_approval') expect([acts.approve, acts.refuse]).toContain(null)
      else expect([state, assignedTo?.name]).toEqual(['in_review', 'Maja Lindqvist'])
    }
  })

  it('is filtered by what officers look for', async () => {
    const [customer = ''] = await requests.customers(1)
    const { id } = await requests.inReview({
      subjects: [{ customerId: customer }],
      legalProcess: 'wiretap',
      kind: 'preservation',
    })
    const only = async (filter: object) => expect(await listed('manager', filter)).toEqual([id])
    await only({ customerId: customer })
    await only({ legalProcess: 'wiretap' })
    await only({ kind: ['preservation'], state: ['in_review', 'logged'] })
    await only({ kind: 'preservation', verificationState: 'unverified', outcome: 'pending' })
    await only({ kind: 'preservation', assignedToId: app.idOf('compliance') })
    await only({ kind: 'preservation', dueAtTo: '2026-06-12T08:00:00.000Z', receivedAtFrom: '2026-05-29' })
    expect(await listed('manager', { kind: 'preservation', overdue: true })).toEqual([])
    app.at('2026-06-12T08:00:00.001Z')
    await only({ kind: 'preservation', overdue: true })
    for (const filter of [
      { overdue: 'yes' },
      { waitingForMe: false },
      { officer: 'Weber' },
      { state: 'sealed' },
    ])
      expect((await app.as('manager').list('disclosures', filter)).problem.code).toBe('BAD_QUERY')
  })

  it('is sorted by the clock, drafts without one last', async () => {
    for (const field of ['dueAt', 'receivedAt', 'reference', 'createdAt'] as const) {
      const answer = await app.as('manager').list('disclosures', {}, [0, 999], [field, 'DESC'])
      const values = shaped(Rows, answer).map((row) => row[field] ?? '')
      expect(values).toEqual(values.toSorted().reverse())
    }
    expect((await app.as('manager').list('disclosures', {}, [0, 9], ['updatedAt', 'ASC'])).status).toBe(400)
  })

  it('counts exactly the requests that the reader may see', async () => {
    expect(Number(await total('manager'))).toBe((await listed('manager')).length)
    expect(await app.db.$count(disclosures)).toBeGreaterThan((await listed('manager')).length)
  })
})
