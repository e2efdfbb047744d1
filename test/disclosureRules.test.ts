import { describe, expect, it } from 'vitest'
import { disclosureKinds } from '../contract/disclosureChoices.ts'
import { legalProcessNames } from '../contract/legalProcesses.ts'
import { dueAt } from '../server/disclosures/due.ts'
import { countries } from '../src/disclosures/countries.ts'
import { proposal } from '../src/disclosures/decisions.ts'
import { bodyOf, newRequest } from '../src/disclosures/formValues.ts'
import { groupedProcesses } from '../src/disclosures/inputs/processGroups.ts'
import { nextStep } from '../src/disclosures/nextStep.ts'
import { promisedDue } from '../src/disclosures/promisedDue.ts'

const receivedAt = '2026-03-28T22:10:00.000Z'
const unverified = { state: 'unverified', method: null, note: null, by: null, at: null } as const
const verified = { ...unverified, state: 'verified' } as const
const subject = {
  id: '01990000-0000-7000-8000-000000000001',
  customerId: '01990000-0000-7000-8000-0000000000c1',
  customer: null,
  identifier: null,
  matchConfidence: 'exact',
  decision: 'undecided',
  reason: null,
  reasonText: null,
  categories: null,
  scopeFrom: null,
  scopeTo: null,
} as const

it('the form promises the due instant that the server will set, whatever the kind and the process', () => {
  for (const kind of disclosureKinds) {
    for (const legalProcess of legalProcessNames) {
      const promised = promisedDue({ kind, legalProcess, receivedAt })
      expect(promised, `${kind} by ${legalProcess}`).toEqual(
        dueAt({ kind, legalProcess, receivedAt: new Date(receivedAt), dueAt: null, dueReason: null }),
      )
    }
  }
})

it('every legal process can be picked, once', () => {
  expect(groupedProcesses.map(({ process }) => process).toSorted()).toEqual(legalProcessNames.toSorted())
})

it('every country can be picked under one name', () => {
  const listed = countries('en')
  expect(listed.length).toBeGreaterThan(240)
  expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length)
  expect(listed).toContainEqual({ id: 'DE', name: 'Germany' })
  expect(listed.map(({ id }) => id)).not.toContain('DD')
})

describe('the next step', () => {
  it('of a request that I sent for approval is somebody else’s, with the reason and without a button', () => {
    const why = 'You logged this request on 3 Nov. Another compliance officer or a manager must decide it.'
    const step = nextStep({
      state: 'awaiting_approval',
      acts: { approve: why, refuse: why, return: null, verify: null },
      missing: [],
      verification: verified,
    })
    expect(step).toEqual({ key: 'decide', verbs: ['return'], refusal: why })
  })

  it('is to approve for a second person, and to refuse where nobody is answered about', () => {
    const waiting = { state: 'awaiting_approval' as const, missing: [], verification: verified }
    const asks = { approve: null, refuse: 'The proposal answers about somebody.', return: null }
    expect(nextStep({ ...waiting, acts: asks }).verbs).toEqual(['approve', 'return'])
    const excludes = { approve: 'Refuse the request instead.', refuse: null, return: null }
    expect(nextStep({ ...waiting, acts: excludes }).verbs).toEqual(['refuse', 'return'])
  })

  it('of a reviewed request is to verify the requester, then to propose', () => {
    const acts = { verify: null, propose: null, edit: null, assign: null }
    const reviewed = { state: 'in_review' as const, acts, missing: [] }
    expect(nextStep({ ...reviewed, verification: unverified }).verbs[0]).toBe('verify')
    expect(nextStep({ ...reviewed, verification: verified }).verbs[0]).toBe('propose')
  })

  it('offers nothing to an auditor', () => {
    expect(nextStep({ state: 'in_review', acts: {}, missing: [], verification: verified }).verbs).toEqual([])
  })
})

it('a proposal begins with producing about everybody, and with no data about who was not found', () => {
  const unknown = {
    ...subject,
    id: '01990000-0000-7000-8000-000000000002',
    customerId: null,
    identifier: 'x@y.example',
  }
  const decisions = proposal({ subjects: [subject, unknown] }, {})
  expect(decisions.map(({ decision }) => decision)).toEqual(['produce', 'no_data'])
})

it('what nobody filled in is sent as nothing, and an emergency’s words only with an emergency', () => {
  const values = {
    ...newRequest(new Date(receivedAt)),
    agency: { name: '', country: null },
    officer: { name: 'Lane', phone: '' },
    emergency: { dangerDescription: 'A threat' },
    secrecy: { ordered: false, basis: '18 USC 2705(b)' },
    visibleTo: ['01990000-0000-7000-8000-000000000009'],
  }
  expect(bodyOf(values)).toMatchObject({
    agency: null,
    officer: { name: 'Lane' },
    emergency: null,
    secrecy: null,
    visibleTo: [],
  })
  expect(bodyOf({ ...values, kind: 'emergency_disclosure' })).toMatchObject({
    emergency: { dangerDescription: 'A threat' },
  })
})
