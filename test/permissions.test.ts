import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSecret, may, permissions, roles } from '../contract/permissions.ts'
import { type Person, testApp } from './support/app.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const nobody = '00000000-0000-7000-8000-000000000000'
const asRole = {
  customer_service: 'service',
  compliance: 'compliance',
  manager: 'manager',
  auditor: 'auditor',
} as const
const verbs = Object.entries(permissions).flatMap(([noun, acts]) =>
  Object.keys(acts).map((verb) => [noun, verb] as const),
)

function attempt(person: Person, noun: string, verb: string) {
  const hands = app.as(person)
  if (verb === 'list') return hands.get(`/api/${noun}`)
  if (verb === 'show') return hands.get(`/api/${noun}/${nobody}`)
  if (verb === 'create') return hands.post(`/api/${noun}`, {})
  if (verb === 'edit') return hands.put(`/api/${noun}/${nobody}`, {})
  return hands.post(`/api/${noun}/${nobody}/${verb}`, {})
}

describe('the table of roles, nouns and verbs', () => {
  it.each(roles.flatMap((role) => verbs.map(([noun, verb]) => [role, noun, verb] as const)))(
    'the server keeps it for %s and %s.%s',
    async (role, noun, verb) => {
      const { status, problem } = await attempt(asRole[role], noun, verb)
      if (may(role, noun, verb)) {
        expect(status).not.toBe(403)
        // What may be done at all is refused only for its empty body or for a record that does not exist.
        expect([200, 201, 404, 422]).toContain(status)
      } else if (isSecret(noun) && !may(role, noun, 'list')) {
        expect([status, problem.code]).toEqual([404, 'NOT_FOUND'])
      } else {
        expect([status, problem.code]).toEqual([403, 'FORBIDDEN'])
      }
    },
  )

  it('holds no way to delete anything', () => {
    expect(verbs.filter(([, verb]) => /delete|remove|destroy|purge/i.test(verb))).toEqual([])
  })

  it('knows nothing of nouns and verbs that are not in it', () => {
    expect(may('manager', 'customers', 'delete')).toBe(false)
    expect(may('manager', 'constructor', 'list')).toBe(false)
    expect(may('manager', 'customers', 'toString')).toBe(false)
  })
})
