import { overridableLints } from '../../contract/lints.ts'
import { Policy } from '../../contract/policies.ts'
import { Revision } from '../../contract/revisions.ts'
import { type Person, shaped, type testApp } from './app.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Edit = { body?: string; changeKind?: string; changeSummary?: string }

/** What the tests that are about something else say to the checks before a publication. */
export const everyLint = overridableLints.map((code) => ({
  code,
  reason: 'This test is about something else.',
}))

export const summary = 'Says in plain words what was changed here.'

/** What the tests do with policies, as the people who do it. */
export function policyWork({ as }: App) {
  const path = (id: string, verb = '') => `/api/revisions/${id}${verb && `/${verb}`}`

  async function addPolicy(key: string, title = 'Privacy policy') {
    const body = { key, title, contactEmail: 'privacy@shop.example' }
    return shaped(Policy, await as('manager').post('/api/policies', body))
  }
  async function draft(policyId: string, body?: string, person: Person = 'compliance') {
    return shaped(Revision, await as(person).post('/api/revisions', { policyId, ...(body ? { body } : {}) }))
  }
  const read = async (id: string) => shaped(Revision, await as('manager').get(path(id)))
  const edit = ({ id, version }: Revision, changes: Edit, person: Person = 'compliance') =>
    as(person).put(path(id), { version, ...changes })
  const publish = ({ id, version, contentSha256 }: Revision, more: object = {}, person: Person = 'manager') =>
    as(person).post(path(id, 'publish'), {
      version,
      reviewedSha256: contentSha256,
      changeSummary: summary,
      overrides: everyLint,
      ...more,
    })
  /** A text, posted. */
  async function post(policyId: string, body: string, more: object = {}) {
    return shaped(Revision, await publish(await draft(policyId, body), more))
  }
  return { path, addPolicy, draft, read, edit, publish, post }
}
