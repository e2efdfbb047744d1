import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Decision, Disclosure } from '../contract/disclosures.ts'
import { errors } from '../contract/errors.ts'
import { decisions, disclosureSubjects, disclosures } from '../server/database/schema/disclosures.ts'
import { events } from '../server/database/schema/events.ts'
import { constraint, sqlState } from '../server/errors.ts'
import { type Person, shaped, testApp } from './support/app.ts'
import { requestsOf, why } from './support/disclosures.ts'

let app: Awaited<ReturnType<typeof testApp>>
let requests: ReturnType<typeof requestsOf>
beforeAll(async () => {
  app = await testApp()
  requests = requestsOf(app)
})
afterAll(() => app.close())
beforeEach(() => app.at('2026-06-01T09:00:00.000Z'))

const decide = (person: Person, verb: 'approve' | 'refuse', request: Disclosure, body: object = {}) =>
  requests.send(person, verb, request, {
    scopeHash: request.scopeHash,
    ...(verb === 'refuse' ? { refusalGround: 'no_ground' } : {}),
    ...body,
  })
const approve = (person: Person, request: Disclosure) => decide(person, 'approve', request)
const logOf = async (id: string, person: Person = 'compliance') =>
  shaped(z.array(Decision), await app.as(person).list('decisions', { disclosureId: id }))

describe('a plain subpoena', () => {
  it('is four acts by two people: log and take, verify, propose, approve', async () => {
    const request = await requests.inReview()
    const verified = await requests.verified(request)
    const proposal = await requests.act(
      'compliance',
      'propose',
      verified,
      requests.deciding(verified, 'produce'),
    )
    expect(proposal).toMatchObject({ state: 'awaiting_approval', proposedBy: { name: 'Imani Okafor' } })
    const approved = shaped(Disclosure, await approve('compliance2', proposal))
    expect(approved).toMatchObject({
      state: 'approved',
      outcome: 'full',
      decidedBy: { name: 'Ravi Nair' },
      decidedAt: '2026-06-01T09:00:00.000Z',
      missing: [],
    })
    expect(new Set(Object.values(approved.acts))).not.toContain(null)
    expect((await logOf(request.id)).map(({ type, result }) => [type, result])).toEqual([
      ['verification', 'verified'],
      ['proposal', null],
      ['approval', 'full'],
    ])
  })

  it('says at each step what is still missing', async () => {
    const fields = (request: Disclosure) => request.missing.map(({ field }) => field)
    const request = await requests.inReview({ scopeFrom: null, legalBasisText: null })
    expect(fields(request)).toEqual(['subjects', null, 'legalBasisText', 'scopeOverrideReason'])
    expect(request.missing).toContainEqual({ field: null, text: errors.REQUESTER_NOT_VERIFIED.text })
    expect(request.acts.propose).toBeNull()
    expect(request.acts.approve).toBe(
      'A request in review cannot be approved. It can be edited, assigned, verified or sent for approval.',
    )
  })
})

describe('the second person', () => {
  it('is not the manager who logged it, nor the officer who once changed its scope; a third approves', async () => {
    const logged = await requests.inReview({}, 'manager')
    const put = { version: logged.version, scopeTo: '2026-03-30' }
    const edited = shaped(Disclosure, await app.as('compliance2').put(`/api/disclosures/${logged.id}`, put))
    const verified = await requests.verified(edited, 'compliance')
    await requests.act('compliance', 'propose', verified, requests.deciding(verified, 'produce'))

    app.at('2026-06-02T09:00:00.000Z')
    const own = await requests.read('manager', logged.id)
    const sentence =
      'You logged this request on 1 Jun. Another compliance officer or a manager must decide it.'
    expect(own.acts).toMatchObject({ approve: sentence, refuse: sentence, return: null })
    const refused = await approve('manager', own)
    expect(refused.status).toBe(409)
    expect(refused.problem).toMatchObject({ code: 'SECOND_PERSON_REQUIRED', message: sentence })
    expect((await approve('compliance2', own)).problem.message).toContain(
      'You changed this request on 1 Jun.',
    )
    expect((await approve('compliance', own)).problem.message).toContain('You sent this request for approval')
    expect((await decide('compliance', 'refuse', own)).problem.code).toBe('SECOND_PERSON_REQUIRED')

    const others = await requests.read('manager2', logged.id)
    expect(others.acts.approve).toBeNull()
    expect((await approve('manager2', others)).status).toBe(200)
  })

  it('is not the person who typed the draft that somebody else logged', async () => {
    const draft = await requests.draft({}, 'compliance2')
    const assigned = { assignTo: app.idOf('compliance') }
    const verified = await requests.verified(await requests.act('compliance', 'log', draft, assigned))
    const proposal = await requests.act(
      'compliance',
      'propose',
      verified,
      requests.deciding(verified, 'produce'),
    )
    expect((await approve('compliance2', proposal)).problem.message).toContain('You created this request')
  })

  it('may have verified the requester, assigned the request and returned it before', async () => {
    const request = await requests.inReview()
    const handed = await requests.act('manager', 'assign', request, { assignTo: app.idOf('compliance') })
    const verified = await requests.verified(handed, 'manager')
    const all = requests.deciding(verified, 'produce')
    const proposal = await requests.act('compliance', 'propose', verified, all)
    const back = await requests.act('manager', 'return', proposal, { text: 'Name the statute.' })
    expect(back).toMatchObject({ state: 'in_review', proposedBy: null, proposedAt: null, round: 1 })
    const again = await requests.act('compliance', 'propose', back)
    expect((await approve('manager', again)).status).toBe(200)
  })

  it('is somebody who proposed it in no round, also when another proposed it last', async () => {
    const request = await requests.verified(await requests.inReview())
    const first = await requests.act('manager', 'propose', request, requests.deciding(request, 'produce'))
    const back = await requests.act('compliance2', 'return', first, { text: 'Once more.' })
    const second = await requests.act('compliance', 'propose', back)
    expect((await approve('manager', second)).problem.code).toBe('SECOND_PERSON_REQUIRED')
  })

  it('types the password again when that was more than five minutes ago', async () => {
    const proposal = await requests.proposed()
    app.at('2026-06-01T10:00:00.000Z', 6)
    for (const verb of ['approve', 'refuse'] as const) {
      const { status, problem } = await decide('manager', verb, proposal)
      expect([status, problem.code]).toEqual([403, 'STEP_UP_REQUIRED'])
    }
    app.at('2026-06-01T10:00:00.000Z', 5)
    expect((await approve('manager', proposal)).status).toBe(200)
  })

  it('is kept by the database as well', async () => {
    const { id } = await requests.proposed()
    const written = (by: Person) =>
      app.db
        .update(disclosures)
        .set({ state: 'approved', decidedBy: app.idOf(by), decidedAt: app.now() })
        .where(eq(disclosures.id, id))
    const because = async (writing: PromiseLike<unknown>) =>
      Promise.resolve(writing).then(
        () => 'it was written',
        (error: unknown) => constraint(error) ?? sqlState(error),
      )
    expect(await because(written('compliance'))).toBe('disclosures_second_to_all')
    await app.db.execute(
      sql`INSERT INTO disclosure_editors VALUES (${id}, ${app.idOf('manager')}, 'edited', ${app.now().toISOString()})`,
    )
    expect(await because(written('manager'))).toBe('disclosures_second_to_all')
    const one = eq(disclosures.id, id)
    const manager2 = app.idOf('manager2')
    const own = { state: 'approved', createdBy: manager2, decidedBy: manager2, decidedAt: app.now() } as const
    expect(await because(app.db.update(disclosures).set(own).where(one))).toBe('disclosures_second_person')
    expect(await because(app.db.update(disclosures).set({ state: 'approved' }).where(one))).toBe(
      'disclosures_decided',
    )
    expect(await because(app.db.update(disclosures).set({ justification: null }).where(one))).toBe(
      'disclosures_justified',
    )
    const denied = '42501'
    expect(await because(app.db.update(decisions).set({ text: 'else' }))).toBe(denied)
    expect(await because(app.db.delete(disclosures))).toBe(denied)
    const kept = '23001'
    expect(await because(app.ownerDb.update(decisions).set({ text: 'else' }))).toBe(kept)
    expect(await because(app.ownerDb.delete(disclosures).where(one))).toBe(kept)
    await written('manager2')
  })

  it('of fifty approvals at once is counted once', async () => {
    const proposal = await requests.proposed()
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, each) => approve(each % 2 ? 'manager' : 'compliance2', proposal)),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(49)
    const done = and(eq(events.recordId, proposal.id), eq(events.act, 'approve'), eq(events.outcome, 'done'))
    expect(await app.db.$count(events, done)).toBe(1)
    expect((await logOf(proposal.id)).filter(({ type }) => type === 'approval')).toHaveLength(1)
  })
})

describe('proposing', () => {
  const propose = async (
    overrides: object,
    decision: string | null,
    isVerified = true,
    more: object = {},
  ) => {
    const request = await requests.inReview(overrides)
    const ready = isVerified ? await requests.verified(request) : request
    return requests.send(
      'compliance',
      'propose',
      ready,
      decision ? requests.deciding(ready, decision, more) : {},
    )
  }

  it('needs a decision about everybody', async () => {
    const { status, problem } = await propose({}, null)
    expect([status, problem.code]).toEqual([422, 'SUBJECT_UNDECIDED'])
  })

  it.each(['produce', 'partial'])('to %s needs a verified requester', async (decision) => {
    const { status, problem } = await propose({}, decision, false, { reason: 'out_of_scope' })
    expect([status, problem.code]).toEqual([409, 'REQUESTER_NOT_VERIFIED'])
    const request = await requests.inReview()
    const failed = {
      result: 'failed',
      method: 'call_back_independent_number',
      note: 'Nobody knows him there.',
    }
    const unverified = await requests.act('compliance', 'verify', request, failed)
    const answer = await requests.send(
      'compliance',
      'propose',
      unverified,
      requests.deciding(request, 'produce'),
    )
    expect(answer.problem.code).toBe('REQUESTER_NOT_VERIFIED')
  })

  it.each(['informal_inquiry', 'customer_consent', 'emergency_voluntary', 'preservation_letter'])(
    'without compulsory process (%s) needs a ground of the policy and the liability it rests on',
    async (legalProcess) => {
      const asked = { legalProcess, receivedAt: '2026-06-01T08:00:00.000Z' }
      const noGround = await propose({ ...asked, ground: 'none_stated' }, 'produce')
      expect([noGround.status, noGround.problem.code]).toEqual([409, 'GROUND_REQUIRED'])
      const noLiability = await propose(asked, 'produce')
      expect(noLiability.problem).toMatchObject({ code: 'GROUND_REQUIRED' })
      expect(noLiability.problem.errors).toHaveProperty('liabilityBasis')
      const liabilityBasis = 'He bought with stolen cards; the shop is liable to the holders.'
      expect((await propose({ ...asked, liabilityBasis }, 'produce')).status).toBe(200)
    },
  )

  it('under compulsory process needs no ground, but the statute it rests on', async () => {
    expect((await propose({ ground: 'none_stated' }, 'produce')).status).toBe(200)
    const { problem } = await propose({ legalBasisText: ' ' }, 'produce')
    expect(problem.code).toBe('INVALID')
    expect(problem.errors).toHaveProperty('legalBasisText')
  })

  it('everything ever needs a range of dates, or the reason why not', async () => {
    const ever = { scopeFrom: null, scopeTo: null }
    const { problem } = await propose(ever, 'produce')
    expect(problem.errors).toHaveProperty('scopeOverrideReason')
    expect(
      (await propose({ ...ever, scopeOverrideReason: 'A murder, no date known' }, 'produce')).status,
    ).toBe(200)
    const march = { reason: 'out_of_scope', scopeFrom: '2026-03-01', scopeTo: '2026-03-31' }
    expect((await propose(ever, 'partial', true, march)).status).toBe(200)
  })

  it('what was asked by phone waits for writing, but for an emergency', async () => {
    expect((await propose({ channel: 'phone' }, 'produce')).problem.errors).toHaveProperty('channel')
    const emergency = {
      dangerDescription: 'A threat to kill, sent last night',
      whoIsAtRisk: 'The former partner',
      whyDataNeeded: 'To find where he is',
      declaredBy: 'Jonas Weber',
    }
    const tonight = { kind: 'emergency_disclosure', emergency, receivedAt: '2026-06-01T08:00:00.000Z' }
    expect((await propose({ ...tonight, channel: 'phone' }, 'produce')).status).toBe(200)
  })

  it('to exclude everybody needs none of this', async () => {
    const nothing = {
      channel: 'phone',
      legalProcess: 'informal_inquiry',
      ground: 'none_stated',
      scopeFrom: null,
      scopeTo: null,
    }
    expect((await propose(nothing, 'exclude', false, { reason: 'insufficient_process' })).status).toBe(200)
    expect((await propose(nothing, 'no_data', false)).status).toBe(200)
  })

  it('takes decisions only about its own subjects, each once, and no wider than the request', async () => {
    const faults = async (decisionsOf: (request: Disclosure) => object[], overrides: object = {}) => {
      const request = await requests.verified(await requests.inReview(overrides))
      const body = { decisions: decisionsOf(request) }
      const { problem } = await requests.send('compliance', 'propose', request, body)
      expect(problem.code).toBe('INVALID')
      return problem.errors.decisions
    }
    const about = ({ subjects: [first] }: Disclosure, more: object) => ({ subjectId: first?.id, ...more })
    const partial = { decision: 'partial', reason: 'out_of_scope' }
    const twice = (request: Disclosure) => [
      about(request, { decision: 'produce' }),
      about(request, { decision: 'no_data' }),
    ]
    expect(await faults(() => [{ subjectId: app.idOf('manager'), decision: 'produce' }])).toHaveProperty(
      '0.subjectId',
    )
    expect(await faults(twice)).toHaveProperty('1.subjectId')
    expect(await faults((request) => [about(request, { decision: 'exclude' })])).toHaveProperty('0.reason')
    expect(
      await faults((request) => [about(request, { decision: 'exclude', reason: 'other' })]),
    ).toHaveProperty('0.reasonText')
    expect(
      await faults((request) => [about(request, { ...partial, categories: ['correspondence'] })]),
    ).toHaveProperty('0.categories')
    expect(
      await faults((request) => [about(request, { ...partial, scopeFrom: '2025-12-31' })]),
    ).toHaveProperty('0.scopeFrom')
    expect(
      await faults((request) => [about(request, { decision: 'produce' })], {
        subjects: [{ identifier: 'somebody@example.org' }],
      }),
    ).toHaveProperty('0.decision')
  })
})

describe('the decision', () => {
  it('to answer about nobody is a refusal with its ground, and cannot be approved', async () => {
    const proposal = await requests.proposed('exclude', { reason: 'mismatch', reasonText: 'Another Luisa' })
    const { status, problem } = await approve('manager', proposal)
    expect([status, problem.code]).toEqual([409, 'INVALID_TRANSITION'])
    expect(problem.message).toContain('Refuse the request instead')
    expect((await requests.read('manager', proposal.id)).acts).toMatchObject({
      approve: problem.message,
      refuse: null,
    })
    const refused = shaped(Disclosure, await decide('manager', 'refuse', proposal))
    expect(refused).toMatchObject({ state: 'refused', outcome: 'refused', refusalGround: 'no_ground' })
  })

  it('that nobody is known is an approval of "no data", and cannot be refused', async () => {
    const proposal = await requests.proposed('no_data')
    expect((await decide('manager', 'refuse', proposal)).problem.code).toBe('INVALID_TRANSITION')
    const answered = shaped(Disclosure, await approve('manager', proposal))
    expect(answered).toMatchObject({ state: 'no_data', outcome: 'no_data' })
  })

  it('to answer about somebody cannot be refused, only approved or returned', async () => {
    const proposal = await requests.proposed('produce')
    const { problem } = await decide('manager', 'refuse', proposal)
    expect([problem.code, problem.message]).toEqual([
      'INVALID_TRANSITION',
      'The proposal answers about somebody. Approve it, or return it to review.',
    ])
  })

  it('counts as partial as soon as one of three people is left out', async () => {
    const three = (await requests.customers(3)).map((customerId) => ({ customerId }))
    const request = await requests.verified(await requests.inReview({ subjects: three }))
    const [one, two, last] = request.subjects
    const body = {
      decisions: [
        { subjectId: one?.id, decision: 'produce' },
        {
          subjectId: two?.id,
          decision: 'exclude',
          reason: 'mismatch',
          reasonText: 'A former address of hers',
        },
        { subjectId: last?.id, decision: 'no_data' },
      ],
    }
    const proposal = await requests.act('compliance', 'propose', request, body)
    const approved = shaped(Disclosure, await approve('manager', proposal))
    expect(approved.outcome).toBe('partial')
    expect(approved.subjects[1]).toMatchObject({ decision: 'exclude', reason: 'mismatch' })
  })

  it('binds to the scope that was read and to the one that was sent for approval', async () => {
    const proposal = await requests.proposed()
    const other = await decide('manager', 'approve', proposal, { scopeHash: '0'.repeat(64) })
    expect([other.status, other.problem.code]).toEqual([409, 'SCOPE_CHANGED'])

    const excluded = await requests.proposed('exclude', { reason: 'mismatch' })
    const refused = await decide('manager', 'refuse', excluded, { scopeHash: proposal.scopeHash })
    expect([refused.status, refused.problem.code]).toEqual([409, 'SCOPE_CHANGED'])

    const [subject] = proposal.subjects
    await app.db
      .update(disclosureSubjects)
      .set({ decision: 'partial' })
      .where(eq(disclosureSubjects.id, subject?.id ?? ''))
    const now = await requests.read('manager', proposal.id)
    expect(now.scopeHash).not.toBe(proposal.scopeHash)
    expect((await approve('manager', now)).problem.code).toBe('SCOPE_CHANGED')
    expect((await approve('manager', proposal)).problem.code).toBe('SCOPE_CHANGED')
  })

  it('does not survive a new proposal: what was read before the return is stale', async () => {
    const first = await requests.proposed()
    const back = await requests.act('manager', 'return', first, { text: 'Say why in more words.' })
    const put = { version: back.version, justification: why() }
    const edited = shaped(Disclosure, await app.as('compliance').put(`/api/disclosures/${first.id}`, put))
    const second = await requests.act('compliance', 'propose', edited)
    expect(second.scopeHash).not.toBe(first.scopeHash)
    expect((await approve('manager', first)).problem.code).toBe('VERSION_CONFLICT')
    const stale = await approve('manager', { ...second, scopeHash: first.scopeHash })
    expect(stale.problem.code).toBe('SCOPE_CHANGED')
    expect((await approve('manager', second)).status).toBe(200)
  })

  it('is not made when the verification failed while it waited', async () => {
    const proposal = await requests.proposed()
    const failed = { result: 'failed', method: 'portal', note: 'The portal does not know him.' }
    const unverified = await requests.act('compliance', 'verify', proposal, failed)
    expect(unverified.state).toBe('awaiting_approval')
    const { status, problem } = await approve('manager', unverified)
    expect([status, problem.code]).toEqual([409, 'REQUESTER_NOT_VERIFIED'])
    expect((await requests.read('manager', proposal.id)).acts.approve).toBe(problem.message)
  })

  it('is replayed, not repeated, when the same key is sent again', async () => {
    const proposal = await requests.proposed()
    const body = { version: proposal.version, scopeHash: proposal.scopeHash }
    const path = `/api/disclosures/${proposal.id}/approve`
    const key = { 'Idempotency-Key': 'approve-once' }
    const first = await app.as('manager').post(path, body, key)
    const again = await app.as('manager').post(path, body, key)
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.headers.get('Idempotency-Replayed')).toBe('true')
    expect(again.body).toEqual(first.body)
  })
})

describe('an act in the wrong state', () => {
  const bodies: Record<string, object> = {
    log: {},
    discard: { reason: 'Not needed' },
    assign: {},
    verify: { result: 'verified', method: 'portal' },
    propose: {},
    return: { text: 'Once more' },
    approve: {},
    refuse: { refusalGround: 'other' },
  }
  const allowed: Record<string, string[]> = {
    draft: ['log', 'discard'],
    discarded: [],
    logged: ['assign', 'verify'],
    in_review: ['assign', 'verify', 'propose'],
    awaiting_approval: ['verify', 'return', 'approve', 'refuse'],
    approved: [],
    refused: [],
    no_data: [],
  }
  const made: Record<string, () => Promise<Disclosure>> = {
    draft: () => requests.draft(),
    discarded: async () => requests.act('compliance', 'discard', await requests.draft(), { reason: 'Twice' }),
    logged: async () => requests.act('compliance', 'log', await requests.draft()),
    in_review: () => requests.inReview(),
    awaiting_approval: () => requests.proposed(),
    approved: async () => shaped(Disclosure, await approve('manager', await requests.proposed())),
    refused: async () => {
      const proposal = await requests.proposed('exclude', { reason: 'mismatch' })
      return shaped(Disclosure, await decide('manager', 'refuse', proposal))
    },
    no_data: async () => shaped(Disclosure, await approve('manager', await requests.proposed('no_data'))),
  }

  it.each(Object.keys(allowed))(
    'on a request in state %s is refused, and the page says so beforehand',
    async (state) => {
      const request = await made[state]?.()
      if (!request) throw new Error(`${state} was not made`)
      expect(request.state).toBe(state)
      const { acts } = await requests.read('manager2', request.id)
      for (const [verb, more] of Object.entries(bodies)) {
        if (allowed[state]?.includes(verb)) continue
        const hash = verb === 'approve' || verb === 'refuse' ? { scopeHash: request.scopeHash } : {}
        const whom = verb === 'assign' ? { assignTo: app.idOf('compliance') } : {}
        const body = { ...more, ...hash, ...whom }
        const { status, problem } = await requests.send('manager2', verb, request, body)
        expect([verb, status, problem.code]).toEqual([verb, 409, 'INVALID_TRANSITION'])
        expect(acts[verb]).toBe(problem.message)
      }
      const isEditable = ['draft', 'logged', 'in_review'].includes(state)
      const put = { version: request.version, costNote: 'EUR 20' }
      const answer = await app.as('manager2').put(`/api/disclosures/${request.id}`, put)
      expect([answer.status, acts.edit === null]).toEqual([isEditable ? 200 : 409, isEditable])
    },
  )
})
