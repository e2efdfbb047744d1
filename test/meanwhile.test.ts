import { HttpError } from 'react-admin'
import { describe, expect, it } from 'vitest'
import { changesIn, valuesOf } from '../src/changes/fieldsOf.ts'
import { disputed, meanwhileOf, merged, standing, undecided } from '../src/changes/meanwhile.ts'

const fields = ['firstName', 'lastName', 'company', 'email', 'phone']
const opened = {
  firstName: 'Luisa',
  lastName: 'Gonçalves',
  company: null,
  email: 'l•••@old.example',
  phone: null,
}
const form = (typed: object) => ({ ...valuesOf(opened, fields), ...typed })

/** What the server says when colleagues saved first. */
const refusal = (
  version: number,
  ...changed: [field: string, before: string | null, after: string | null][]
) =>
  new HttpError('Changed meanwhile', 409, {
    code: 'VERSION_CONFLICT',
    details: {
      version,
      changes: changed.map(([field, before, after]) => ({
        field,
        before,
        after,
        actorKind: 'staff',
        by: { id: '01890000-0000-7000-8000-000000000001', name: 'Tom Bauer' },
        reason: 'Moved.',
        at: '2026-06-01T09:00:00.000Z',
      })),
    },
  })

function conflict(...changed: Parameters<typeof refusal> extends [number, ...infer Rest] ? Rest : never) {
  const meanwhile = meanwhileOf(refusal(2, ...changed), null)
  if (!meanwhile) throw new Error('that was a conflict')
  return meanwhile
}

const sent = (typed: object, meanwhile: ReturnType<typeof conflict> | null) =>
  changesIn(merged(form(typed), opened, meanwhile), standing(opened, meanwhile))

it('a field that was empty when the form was opened is told to have been empty, however often it changed', () => {
  const twice = meanwhileOf(refusal(3, ['company', 'Aero', 'Aero S.A.']), conflict(['company', null, 'Aero']))
  expect(twice?.theirs).toMatchObject([{ field: 'company', before: null, after: 'Aero S.A.' }])
})

describe('what a form sends', () => {
  it('is what was changed in it, and of masked fields what was typed', () => {
    expect(sent({}, null)).toEqual({})
    expect(sent({ firstName: 'Lúcia', company: ' ', phone: ' ' }, null)).toEqual({ firstName: 'Lúcia' })
    expect(sent({ email: 'new@mail.example', lastName: '' }, null)).toEqual({
      email: 'new@mail.example',
      lastName: '',
    })
  })

  it('takes a masked value away only where there is one and somebody says so', () => {
    expect(sent({ email: null, phone: null }, null)).toEqual({ email: null })
  })
})

describe('two people at one record', () => {
  it('in different fields agree without being asked, and each sends their own', () => {
    const meanwhile = conflict(['phone', null, '+49 ••• ••11'], ['lastName', 'Gonçalves', 'Prado'])
    const typed = { firstName: 'Lúcia' }
    expect(disputed(form(typed), opened, meanwhile)).toEqual([])
    expect(sent(typed, meanwhile)).toEqual({ firstName: 'Lúcia' })
  })

  it('who typed the same have nothing to decide', () => {
    const meanwhile = conflict(['lastName', 'Gonçalves', 'Prado'])
    expect(undecided(form({ lastName: 'Prado ' }), opened, meanwhile)).toEqual([])
    expect(sent({ lastName: 'Prado ' }, meanwhile)).toEqual({})
  })

  it('decide each field that both changed; behind a mask nobody can tell that it is the same', () => {
    const meanwhile = conflict(
      ['lastName', 'Gonçalves', 'Prado'],
      ['email', 'l•••@old.example', 'n•••@x.example'],
    )
    const typed = { lastName: 'Pradó', email: 'n@x.example' }
    expect(undecided(form(typed), opened, meanwhile)).toEqual(['lastName', 'email'])
    const decided = { ...meanwhile, choices: { lastName: 'mine', email: 'theirs' } as const }
    expect(undecided(form(typed), opened, decided)).toEqual([])
    expect(sent(typed, decided)).toEqual({ lastName: 'Pradó' })
    const anew = { ...meanwhile, choices: { lastName: 'other', email: 'mine' } as const }
    expect(undecided(form(typed), opened, anew)).toEqual(['lastName'])
    expect(sent(typed, { ...anew, others: { lastName: 'Prado-Pradó' } })).toEqual({
      lastName: 'Prado-Pradó',
      email: 'n@x.example',
    })
  })

  it('of whom one is beaten a second time decide again what changed again, and that alone', () => {
    const once = {
      ...conflict(['lastName', 'Gonçalves', 'Prado'], ['firstName', 'Luisa', 'Lu']),
      choices: { lastName: 'theirs', firstName: 'mine' } as const,
      others: { lastName: 'Prado-Pradó' },
    }
    const twice = meanwhileOf(refusal(3, ['lastName', 'Prado', 'Silva']), once)
    if (!twice) throw new Error('that was a conflict')
    const typed = { lastName: 'Pradó', firstName: 'Lúcia' }
    expect(twice.version).toBe(3)
    expect(undecided(form(typed), opened, twice)).toEqual(['lastName'])
    expect(twice.theirs.find(({ field }) => field === 'lastName')).toMatchObject({
      before: 'Gonçalves',
      after: 'Silva',
    })
    expect(twice.others).toEqual({ lastName: 'Prado-Pradó' })
    expect(standing(opened, twice)).toMatchObject({ lastName: 'Silva', firstName: 'Lu' })
  })

  it('another refusal is no conflict', () => {
    expect(meanwhileOf(new HttpError('taken', 409, { code: 'EMAIL_TAKEN' }), null)).toBeNull()
  })
})
