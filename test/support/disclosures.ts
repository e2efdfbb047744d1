import { randomUUID } from 'node:crypto'
import { Disclosure } from '../../contract/disclosures.ts'
import { addCustomer } from '../../mocks/builders.ts'
import { type Person, shaped, type testApp } from './app.ts'

type App = Awaited<ReturnType<typeof testApp>>

let written = 0
/** Words of its own for each request, since the same words twice are refused. */
export const why = () =>
  `The subpoena names this account in fraud case ${++written}, and we hold its purchases.`

/** A plain subpoena about customers, as an officer types it in. */
export function subpoena(customerIds: string[], overrides: object = {}) {
  return {
    channel: 'email',
    receivedAt: '2026-05-29T08:00:00.000Z',
    agency: { name: 'Landeskriminalamt Berlin', type: 'police', country: 'DE' },
    officer: { name: 'Jonas Weber', officialEmail: 'weber@polizei.example' },
    agencyCaseNumber: '26-4711/3',
    legalProcess: 'trial_subpoena',
    legalBasisText: '§ 95 StPO',
    ground: 'fraud',
    justification: why(),
    categories: ['identity', 'purchases'],
    scopeFrom: '2026-01-01',
    scopeTo: '2026-03-31',
    subjects: customerIds.map((customerId) => ({ customerId })),
    ...overrides,
  }
}

/** The acts of the API on requests, each as the person named. */
export function requestsOf(app: App) {
  async function customers(count: number) {
    const added = []
    for (let each = 0; each < count; each++) added.push((await addCustomer(app.db)).id)
    return added
  }

  /** A draft of a plain subpoena about one customer. */
  async function draft(overrides: object = {}, person: Person = 'compliance') {
    const body = subpoena(await customers(1), overrides)
    return shaped(Disclosure, await app.as(person).post('/api/disclosures', body))
  }

  /** Logged by `person` and taken into review at once. */
  async function inReview(overrides: object = {}, person: Person = 'compliance') {
    const body = { ...subpoena(await customers(1), overrides), log: { assignTo: app.idOf(person) } }
    return shaped(Disclosure, await app.as(person).post('/api/disclosures', body))
  }

  const send = (person: Person, verb: string, { id, version }: Disclosure, body: object = {}) =>
    app.as(person).post(`/api/disclosures/${id}/${verb}`, { version, ...body })

  const act = async (person: Person, verb: string, request: Disclosure, body: object = {}) =>
    shaped(Disclosure, await send(person, verb, request, body))

  const verified = (request: Disclosure, person: Person = 'compliance') =>
    act(person, 'verify', request, { result: 'verified', method: 'call_back_independent_number' })

  /** One decision for every subject. */
  const deciding = ({ subjects }: Disclosure, decision: string, more: object = {}) => ({
    decisions: subjects.map(({ id }) => ({ subjectId: id, decision, ...more })),
  })

  /** Logged, verified and proposed by compliance; it waits for a second person. */
  async function proposed(decision = 'produce', more: object = {}, overrides: object = {}) {
    const request = await verified(await inReview(overrides))
    return act('compliance', 'propose', request, deciding(request, decision, more))
  }

  const read = async (person: Person, id: string) =>
    shaped(Disclosure, await app.as(person).get(`/api/disclosures/${id}`))

  return { customers, draft, inReview, send, act, verified, deciding, proposed, read }
}

export const nobody = () => randomUUID()
