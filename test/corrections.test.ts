import { and, asc, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Change, Theirs } from '../contract/changes.ts'
import { CustomerRecord } from '../contract/customers.ts'
import { addCustomer, buildAddress } from '../mocks/builders.ts'
import { addresses, changes, customerStates, customers } from '../server/database/schema/customers.ts'
import { events } from '../server/database/schema/events.ts'
import { type Answer, type Person, shaped, testApp } from './support/app.ts'
import { changePhone } from './support/changePhone.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const reason = 'The customer called and spelled it out.'
const put = (person: Person, id: string, body: object): Promise<Answer> =>
  app.as(person).put(`/api/customers/${id}`, body)
const correct = (id: string, fields: object, version = 1) =>
  put('service', id, { version, reason, ...fields })
const stored = async (id: string) => (await app.db.select().from(customers).where(eq(customers.id, id)))[0]
const historyOf = async (customerId: string, person: Person = 'service') =>
  shaped(z.array(Change), await app.as(person).list('changes', { customerId }, [0, 99], ['at', 'ASC']))
const refusal = ({ status, problem }: Answer) => [status, problem.code]
const faultOf = ({ problem }: Answer, field: string) => String(problem.errors[field] ?? '')

const customerTypes = (id: string, phone: string) => changePhone(app.ownerDb, id, phone, app.now())

describe('correcting a customer', () => {
  it('changes the named fields alone, and keeps what they said before, by whom and why', async () => {
    const { id } = await addCustomer(app.db, { email: 'luisa@old.example' })
    const answer = await correct(id, { lastName: 'Gonçalves-Prado', email: 'Luisa@NEW.Example' })
    expect(shaped(CustomerRecord, answer)).toMatchObject({
      lastName: 'Gonçalves-Prado',
      firstName: 'Luisa',
      version: 2,
    })
    expect(await stored(id)).toMatchObject({ email: 'Luisa@new.example', phone: '+4930901820' })
    const history = await historyOf(id)
    expect(history).toMatchObject([
      { field: 'lastName', before: 'Gonçalves', after: 'Gonçalves-Prado', reason, actorKind: 'staff' },
      { field: 'email', before: 'l•••@old.example', after: 'L•••@new.example', recordId: id },
    ])
    expect(history[0]?.by).toEqual({ id: app.idOf('service'), name: 'Ana Ruiz' })
  })

  it('is one event with the names of the fields, never with what they say', async () => {
    const { id } = await addCustomer(app.db)
    await correct(id, { firstName: 'Lúcia', email: 'lucia@secret.example' })
    const done = await app.db
      .select()
      .from(events)
      .where(and(eq(events.recordId, id), eq(events.act, 'edit')))
    expect(done).toHaveLength(1)
    expect(done[0]).toMatchObject({ outcome: 'done', customerId: id, fields: ['firstName', 'email'] })
    expect(done[0]?.body).not.toMatch(/Lúcia|lucia|spelled/)
    const [change] = await app.db.select().from(changes).where(eq(changes.customerId, id))
    expect(change?.requestId).toBe(done[0]?.requestId)
  })

  it.each([
    ['service', 200],
    ['manager', 200],
    ['compliance', 403],
    ['auditor', 403],
  ] as const)('by %s answers %i', async (person, status) => {
    const { id } = await addCustomer(app.db)
    expect((await put(person, id, { version: 1, reason, firstName: 'Lu' })).status).toBe(status)
    expect((await stored(id))?.firstName).toBe(status === 200 ? 'Lu' : 'Luisa')
  })

  it('needs a reason', async () => {
    const { id } = await addCustomer(app.db)
    for (const missing of [{}, { reason: '' }, { reason: '  \u200b ' }]) {
      const answer = await put('service', id, { version: 1, firstName: 'Lu', ...missing })
      expect([...refusal(answer), Object.keys(answer.problem.errors)]).toEqual([
        422,
        'INVALID',
        ['reason', 'root'],
      ])
    }
    expect(await stored(id)).toMatchObject({ firstName: 'Luisa', version: 1 })
  })

  it('needs the version that was read, and takes no field that staff may not write', async () => {
    const { id } = await addCustomer(app.db)
    expect((await put('service', id, { reason, firstName: 'Lu' })).problem.code).toBe('VERSION_REQUIRED')
    for (const field of ['status', 'reference', 'registeredAt', 'externalId', 'name'])
      expect((await correct(id, { [field]: 'x' })).problem.code).toBe('UNKNOWN_FIELD')
  })

  it('writes nothing where nothing differs', async () => {
    const { id } = await addCustomer(app.db)
    expect(shaped(CustomerRecord, await correct(id, { firstName: 'Luisa' })).version).toBe(1)
    expect(await historyOf(id)).toEqual([])
  })

  it('never writes a masked value back', async () => {
    const { id } = await addCustomer(app.db, { email: 'mask@old.example' })
    for (const fields of [{ email: 'm•••@old.example' }, { phone: '+49 ••• ••20' }]) {
      const answer = await correct(id, fields)
      expect(refusal(answer)).toEqual([422, 'INVALID'])
      expect(faultOf(answer, Object.keys(fields)[0] ?? '')).toMatch(/whole value/)
    }
    expect(await stored(id)).toMatchObject({ email: 'mask@old.example', phone: '+4930901820' })
  })

  it.each([
    ['no e-mail address', { email: 'luisa at home' }],
    ['a name that nobody can see', { firstName: '\u200b' }],
    ['a company of blanks that are drawn', { company: '\u2800\u3164' }],
    ['a card number', { company: '4111 1111 1111 1111' }],
    ['a control character', { firstName: 'Lu\u0007isa' }],
    ['more than 120 characters', { lastName: 'x'.repeat(121) }],
    ['no language', { locale: 'portuguese of brazil' }],
    ['no time zone', { timeZone: 'Mars/Olympus' }],
    ['an offset in place of a time zone', { timeZone: '+02:00' }],
  ])('refuses %s', async (_what, fields) => {
    const { id } = await addCustomer(app.db)
    const answer = await correct(id, fields)
    expect(answer.status).toBe(422)
    expect(answer.problem.errors).toHaveProperty(Object.keys(fields)[0] ?? '')
    expect((await stored(id))?.version).toBe(1)
  })

  it.each([
    'jane@x.org,',
    '<jane@x.org>',
    'mailto:jane@x.org',
    'jane@gmail',
    'jane@gmail..com',
    'jane@.com',
    'jane..doe@x.org',
    'jane@-x.org',
    'jane@x.org\u200b',
    'ja\u00adne@x.org',
    'jane@x.org\u202e',
  ])('refuses an address that no mail can be sent to: %j', async (email) => {
    const { id } = await addCustomer(app.db)
    expect(faultOf(await correct(id, { email }), 'email')).toMatch(/^Write an e-mail address/)
  })

  it('takes language and time zone, and clears what is no longer so', async () => {
    const { id } = await addCustomer(app.db, { company: 'Aero', phone: '+4930901820' })
    const fields = { locale: 'pt-BR', timeZone: 'America/Sao_Paulo', company: '', phone: null }
    expect(shaped(CustomerRecord, await correct(id, fields))).toMatchObject({ ...fields, company: null })
  })

  it('leaves a name of some kind', async () => {
    const { id } = await addCustomer(app.db, { company: null })
    const nameless = await correct(id, { firstName: '', lastName: null })
    expect([...refusal(nameless), faultOf(nameless, 'lastName')]).toEqual([
      422,
      'INVALID',
      'Keep a first name, a last name or a company.',
    ])
    expect((await correct(id, { firstName: '', lastName: '', company: 'Aero S.A.' })).status).toBe(200)
  })
})

describe('the e-mail address of a customer', () => {
  it('belongs to one living customer, whatever its case, and the refusal does not repeat it', async () => {
    await addCustomer(app.db, { email: 'taken@shop.example' })
    const { id } = await addCustomer(app.db, { email: 'mine@shop.example' })
    const answer = await correct(id, { email: 'Taken@SHOP.example' })
    expect(refusal(answer)).toEqual([409, 'EMAIL_TAKEN'])
    expect(JSON.stringify(answer.body)).not.toMatch(/taken@/i)
    expect((await stored(id))?.version).toBe(1)
  })

  it.each(['o’brien+shop@x-y.example', 'üñí.ça@münchen.example', 'आईडी@डाटामेल.भारत', 'a_b/c=d@mail.example'])(
    'may be %s',
    async (email) => {
      const { id } = await addCustomer(app.db)
      expect((await correct(id, { email })).status).toBe(200)
    },
  )

  it('is not free as long as the account is merely closed, so that it can be reopened', async () => {
    const closed = await addCustomer(app.db, { email: 'closed@shop.example' })
    await app.as('manager').post(`/api/customers/${closed.id}/close`, { version: 1, reason })
    const { id } = await addCustomer(app.db)
    expect(refusal(await correct(id, { email: 'CLOSED@shop.example' }))).toEqual([409, 'EMAIL_TAKEN'])
    const reopened = await app
      .as('manager')
      .post(`/api/customers/${closed.id}/reopen`, { version: 2, reason })
    expect(reopened.status).toBe(200)
  })

  it('is the same in every script, whatever its case and however its accents are typed', async () => {
    await addCustomer(app.db, { email: 'müller@shop.example' })
    const { id } = await addCustomer(app.db)
    for (const email of ['MÜLLER@shop.example', 'mu\u0308ller@shop.example'])
      expect(refusal(await correct(id, { email }))).toEqual([409, 'EMAIL_TAKEN'])
  })

  it('of an erased customer is free again', async () => {
    await addCustomer(app.db, { status: 'erased', email: 'free@shop.example' })
    const { id } = await addCustomer(app.db)
    expect((await correct(id, { email: 'free@shop.example' })).status).toBe(200)
  })

  it('goes to one of two who ask for it at once', async () => {
    const both = [await addCustomer(app.db), await addCustomer(app.db)]
    const answers = await Promise.all(both.map(({ id }) => correct(id, { email: 'race@shop.example' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('the telephone number of a customer', () => {
  it('typed nationally is read as of the country where the customer lives, and kept as typed too', async () => {
    const { id } = await addCustomer(app.db)
    const answer = shaped(CustomerRecord, await correct(id, { phone: '(030) 123 45 67' }))
    expect([answer.phone, answer.phoneUnreadable]).toEqual(['+49 ••• ••67', false])
    expect(await stored(id)).toMatchObject({ phone: '+49301234567', phoneTyped: '(030) 123 45 67' })
  })

  it('that cannot be read is kept as typed and marked', async () => {
    const { id } = await addCustomer(app.db)
    const answer = shaped(CustomerRecord, await correct(id, { phone: 'ask at reception' }))
    expect(answer.phoneUnreadable).toBe(true)
    expect(await stored(id)).toMatchObject({ phone: null, phoneTyped: 'ask at reception' })
    shaped(CustomerRecord, await correct(id, { phone: '' }, 2))
    expect(await stored(id)).toMatchObject({ phone: null, phoneTyped: null })
  })
})

describe('the default addresses of a customer', () => {
  it('are live addresses of the customer that serve for the use', async () => {
    const { id, address } = await addCustomer(app.db)
    const stranger = await addCustomer(app.db)
    const retired = buildAddress(id, { status: 'retired' })
    const billing = buildAddress(id, { kind: 'billing' })
    await app.db.insert(addresses).values([retired, billing])
    for (const wrong of [stranger.address.id, retired.id, billing.id, v7()]) {
      const answer = await correct(id, { defaultShippingAddressId: wrong })
      expect([...refusal(answer), faultOf(answer, 'defaultShippingAddressId')]).toEqual([
        422,
        'INVALID',
        'Choose a live address of this customer that serves for shipping.',
      ])
    }
    const fields = { defaultShippingAddressId: address.id, defaultBillingAddressId: billing.id }
    expect(shaped(CustomerRecord, await correct(id, fields))).toMatchObject({ ...fields, city: 'Berlin' })
  })
})

describe('an erased customer', () => {
  it('cannot be written back, closed or reopened, whatever the version', async () => {
    const { id } = await addCustomer(app.db, { status: 'erased' })
    for (const version of [1, 7]) {
      expect(refusal(await correct(id, { firstName: 'Luisa' }, version))).toEqual([409, 'CUSTOMER_ERASED'])
      for (const verb of ['close', 'reopen']) {
        const answer = await app.as('manager').post(`/api/customers/${id}/${verb}`, { version, reason })
        expect(refusal(answer)).toEqual([409, 'CUSTOMER_ERASED'])
      }
    }
  })
})

describe('two people who correct one customer at once', () => {
  const conflict = z.object({ by: z.string(), fields: z.array(z.string()), changes: z.array(Theirs) })

  it('the second sees who changed which field from what to what, and nothing is overwritten', async () => {
    const { id } = await addCustomer(app.db, { email: 'first@old.example' })
    await put('service2', id, {
      version: 1,
      reason: 'Moved.',
      email: 'second@new.example',
      lastName: 'Prado',
    })
    await put('manager', id, { version: 2, reason: 'Spelling.', lastName: 'Pradó' })
    const answer = await correct(id, { email: 'third@new.example' })
    expect(refusal(answer)).toEqual([409, 'VERSION_CONFLICT'])
    const details = conflict.parse(answer.problem.details)
    expect(details.by).toBe('Maja Lindqvist')
    expect(details.changes).toMatchObject([
      { field: 'lastName', before: 'Gonçalves', after: 'Pradó', by: { name: 'Maja Lindqvist' } },
      {
        field: 'email',
        before: 'f•••@old.example',
        after: 's•••@new.example',
        by: { name: 'Tom Bauer' },
        reason: 'Moved.',
      },
    ])
    expect(JSON.stringify(answer.body)).not.toMatch(/first@|second@|third@/)
    expect((await stored(id))?.email).toBe('second@new.example')
    expect((await correct(id, { email: 'third@new.example' }, 3)).status).toBe(200)
  })

  it('the second sees the change of another field as well', async () => {
    const { id } = await addCustomer(app.db)
    await put('service2', id, { version: 1, reason, phone: '+49 30 999999' })
    const answer = await correct(id, { lastName: 'Prado' })
    expect(refusal(answer)).toEqual([409, 'VERSION_CONFLICT'])
    expect(conflict.parse(answer.problem.details).fields).toEqual(['phone'])
  })

  it('of two at the same instant one is done', async () => {
    const { id } = await addCustomer(app.db)
    const answers = await Promise.all(['Ana', 'Lu'].map((firstName) => correct(id, { firstName })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('a version that was never written is a conflict too', async () => {
    const { id } = await addCustomer(app.db)
    expect(refusal(await correct(id, { firstName: 'Lu' }, 9))).toEqual([409, 'VERSION_CONFLICT'])
  })
})

describe('a customer who changes something on the site meanwhile', () => {
  it('in another field is no conflict, and both stand in the history', async () => {
    const { id } = await addCustomer(app.db)
    await customerTypes(id, '+49301111111')
    expect(shaped(CustomerRecord, await correct(id, { lastName: 'Prado' }))).toMatchObject({ version: 3 })
    expect(await stored(id)).toMatchObject({ phone: '+49301111111', lastName: 'Prado' })
    expect((await historyOf(id)).map(({ field, actorKind, by }) => [field, actorKind, by?.name])).toEqual([
      ['phone', 'customer', undefined],
      ['lastName', 'staff', 'Ana Ruiz'],
    ])
  })

  it('in the same field is a clear conflict, and nothing is lost', async () => {
    const { id } = await addCustomer(app.db)
    await customerTypes(id, '+49301111111')
    const answer = await correct(id, { phone: '+49 30 2222222', lastName: 'Prado' })
    expect(refusal(answer)).toEqual([409, 'VERSION_CONFLICT'])
    expect(answer.problem.message).toMatch(/^The customer changed this on 1 Jun 2026, 09:00 UTC/)
    expect(answer.problem.details).toMatchObject({
      changes: [{ field: 'phone', actorKind: 'customer', before: '+49 ••• ••20', after: '+49 ••• ••11' }],
    })
    expect(await stored(id)).toMatchObject({ phone: '+49301111111', lastName: 'Gonçalves' })
  })

  it('there and back is no conflict, and of a field that was empty the conflict says that it was', async () => {
    const back = await addCustomer(app.db, { phone: '+4930901820' })
    await customerTypes(back.id, '+49301111111')
    await customerTypes(back.id, '+4930901820')
    expect((await correct(back.id, { phone: '+49 30 2222222' })).status).toBe(200)

    const empty = await addCustomer(app.db, { phone: null })
    await customerTypes(empty.id, '+49301111111')
    await customerTypes(empty.id, '+49303333333')
    const answer = await correct(empty.id, { phone: '+49 30 2222222' })
    expect(answer.problem.details.changes).toMatchObject([
      { field: 'phone', before: null, after: '+49 ••• ••33' },
    ])
  })

  it('to a value that looks alike behind the mask is a conflict all the same', async () => {
    const { id } = await addCustomer(app.db, { phone: '+4930901820' })
    await customerTypes(id, '+4930777720')
    const answer = await correct(id, { phone: '+49 30 2222222' })
    expect(answer.problem.details.changes).toMatchObject([{ before: '+49 ••• ••20', after: '+49 ••• ••20' }])
  })

  it('and a change nobody wrote down is a conflict, since it could be of any field', async () => {
    const { id } = await addCustomer(app.db)
    await customerTypes(id, '+49301111111')
    await app.ownerDb.update(customers).set({ version: 3 }).where(eq(customers.id, id))
    expect(refusal(await correct(id, { lastName: 'Prado' }))).toEqual([409, 'VERSION_CONFLICT'])
  })
})

describe('the source of each field', () => {
  it('is the import it came with until somebody changes it', async () => {
    const { id } = await addCustomer(app.db, { source: 'shop', externalId: v7() })
    await customerTypes(id, '+49301111111')
    await correct(id, { lastName: 'Prado' }, 2)
    const { provenance } = shaped(CustomerRecord, await app.as('auditor').get(`/api/customers/${id}`))
    const at = '2026-06-01T09:00:00.000Z'
    expect(provenance).toMatchObject({
      firstName: { source: 'import', at: '2026-01-01T00:00:00.000Z' },
      lastName: { source: 'staff', at },
      phone: { source: 'customer_form', at },
    })
    expect(provenance).not.toHaveProperty('company')
  })
})

describe('closing an account', () => {
  const move = (person: Person, id: string, verb: string, version: number, why: string = reason) =>
    app.as(person).post(`/api/customers/${id}/${verb}`, { version, reason: why })

  it('and opening it again is done by a manager, and both reasons are kept', async () => {
    const { id } = await addCustomer(app.db)
    expect(shaped(CustomerRecord, await move('manager', id, 'close', 1, 'Asked to leave.')).status).toBe(
      'closed',
    )
    const reopened = shaped(CustomerRecord, await move('manager2', id, 'reopen', 2, 'Came back.'))
    expect(reopened).toMatchObject({
      status: 'active',
      version: 3,
      states: [
        { status: 'active', reason: 'Came back.', by: { name: 'Chidi Eze' } },
        { status: 'closed', reason: 'Asked to leave.', by: { name: 'Maja Lindqvist' } },
      ],
    })
    expect((await historyOf(id)).map(({ field, after }) => [field, after])).toEqual([
      ['status', 'closed'],
      ['status', 'active'],
    ])
    const acts = await app.db
      .select({ act: events.act })
      .from(events)
      .where(sql`${events.recordId} = ${id} and ${events.outcome} = 'done' and ${events.act} <> 'open'`)
      .orderBy(asc(events.id))
    expect(acts.map(({ act }) => act)).toEqual(['close', 'reopen'])
  })

  it.each(['service', 'compliance', 'auditor'] as const)('is not for %s', async (person) => {
    const { id } = await addCustomer(app.db)
    for (const verb of ['close', 'reopen'])
      expect(refusal(await move(person, id, verb, 1))).toEqual([403, 'FORBIDDEN'])
    expect((await stored(id))?.status).toBe('active')
  })

  it('needs a reason, the version, and an account that is open', async () => {
    const { id } = await addCustomer(app.db)
    expect(refusal(await move('manager', id, 'close', 1, ' '))).toEqual([422, 'INVALID'])
    expect(refusal(await move('manager', id, 'close', 4))).toEqual([409, 'VERSION_CONFLICT'])
    expect(refusal(await move('manager', id, 'reopen', 1))).toEqual([409, 'INVALID_TRANSITION'])
    await move('manager', id, 'close', 1)
    expect(refusal(await move('manager', id, 'close', 2))).toEqual([409, 'INVALID_TRANSITION'])
  })
})

describe('the history of changes', () => {
  it.each(['service', 'compliance', 'manager', 'auditor'] as const)(
    'is read by %s, with contact data masked',
    async (person) => {
      const { id } = await addCustomer(app.db)
      await correct(id, { email: `history.${person}@new.example`, phone: '+49 30 7654321' })
      const history = await historyOf(id, person)
      expect(history.map(({ before, after }) => [before, after])).toEqual([
        [null, 'h•••@new.example'],
        ['+49 ••• ••20', '+49 ••• ••21'],
      ])
      const [first] = history
      expect(shaped(Change, await app.as(person).get(`/api/changes/${first?.id}`))).toEqual(first)
    },
  )

  it('is never changed or deleted, not even by a fault of ours', async () => {
    const { id } = await addCustomer(app.db)
    await correct(id, { firstName: 'Lu' })
    await app.as('manager').post(`/api/customers/${id}/close`, { version: 2, reason })
    for (const table of [changes, customerStates]) {
      const denied = { cause: { code: '42501' } }
      await expect(app.db.delete(table)).rejects.toMatchObject(denied)
      await expect(app.db.update(table).set({ reason: 'other' })).rejects.toMatchObject(denied)
      const kept = { cause: { code: '23001' } }
      await expect(app.ownerDb.delete(table)).rejects.toMatchObject(kept)
      await expect(app.ownerDb.update(table).set({ reason: 'other' })).rejects.toMatchObject(kept)
    }
    const answer = await app.as('manager').delete(`/api/changes/${id}`)
    expect(answer.problem.code).toBe('DELETE_NOT_ALLOWED')
  })

  it('is not written when the audit log cannot be, and neither is the correction', async () => {
    const { id } = await addCustomer(app.db)
    await app.ownerDb.execute(sql`REVOKE EXECUTE ON FUNCTION append_events FROM steward_app`)
    const answer = await correct(id, { firstName: 'Lu' })
    await app.ownerDb.execute(sql`GRANT EXECUTE ON FUNCTION append_events TO steward_app`)
    expect(refusal(answer)).toEqual([503, 'AUDIT_UNAVAILABLE'])
    expect([(await stored(id))?.firstName, await historyOf(id)]).toEqual(['Luisa', []])
  })
})
