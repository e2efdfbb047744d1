import { z } from 'zod'
import { Theirs } from '../../contract/changes.ts'
import { hasCode, problemOf } from '../problem.ts'
import { isChanged, isMasked, type Said } from './fieldsOf.ts'

/** What becomes of a field that two people changed: mine, theirs, or something typed anew. */
export type Choice = 'mine' | 'theirs' | 'other'

/** What others changed since a form was opened, and what its typist decided about it. */
export type Meanwhile = {
  /** The version that stands now. */
  version: number
  theirs: readonly Theirs[]
  choices: Readonly<Record<string, Choice>>
  /** What was typed to take the place of both. */
  others: Readonly<Record<string, string>>
}

const Details = z.object({ version: z.number(), changes: z.array(Theirs).default([]) })

/** What a refused save says of the others' changes, added to what was known of them; null for any other refusal. */
export function meanwhileOf(error: unknown, before: Meanwhile | null): Meanwhile | null {
  const details = hasCode(error, 'VERSION_CONFLICT') ? Details.safeParse(problemOf(error)?.details) : null
  if (!details?.success) return null
  const { version, changes } = details.data
  const fresh = new Set(changes.map(({ field }) => field))
  const known = new Map(before?.theirs.map((each) => [each.field, each]))
  for (const change of changes) {
    const first = known.get(change.field)
    known.set(change.field, { ...change, before: first ? first.before : change.before })
  }
  // A field that changed again is decided again; what was typed for it stays.
  const choices = Object.entries(before?.choices ?? {}).filter(([field]) => !fresh.has(field))
  return {
    version,
    theirs: [...known.values()],
    choices: Object.fromEntries(choices),
    others: before?.others ?? {},
  }
}

/** The record as it stands now, as far as it is known: contact values masked. */
export function standing(opened: Said, meanwhile: Meanwhile | null): Said {
  const theirs = meanwhile?.theirs.map(({ field, after }) => [field, after]) ?? []
  return { ...opened, ...Object.fromEntries(theirs) }
}

/** The fields that both changed, to different ends. Behind a mask nobody can tell that two said the same. */
export function disputed(values: Said, opened: Said, meanwhile: Meanwhile): Theirs[] {
  return meanwhile.theirs.filter(
    ({ field, after }) =>
      field in values &&
      isChanged(field, values[field], opened) &&
      (isMasked(field) || isChanged(field, values[field], { [field]: after })),
  )
}

/** The disputed fields about which nothing is decided yet. */
export function undecided(values: Said, opened: Said, meanwhile: Meanwhile): string[] {
  return disputed(values, opened, meanwhile).flatMap(({ field }) => {
    const choice = meanwhile.choices[field]
    const isEmpty = choice === 'other' && (meanwhile.others[field] ?? '').trim() === ''
    return choice === undefined || isEmpty ? [field] : []
  })
}

/** What the form says once theirs and mine are put together; what was typed in it stays as it is. */
export function merged(values: Said, opened: Said, meanwhile: Meanwhile | null): Said {
  if (!meanwhile) return values
  const conflicts = new Set(disputed(values, opened, meanwhile).map(({ field }) => field))
  const put = meanwhile.theirs.flatMap(({ field, after }): [string, unknown][] => {
    if (!(field in values)) return []
    const taken = isMasked(field) ? '' : (after ?? '')
    if (!conflicts.has(field)) return [[field, isMasked(field) ? values[field] : taken]]
    const choice = meanwhile.choices[field]
    if (choice === 'theirs') return [[field, taken]]
    return choice === 'other' ? [[field, meanwhile.others[field] ?? '']] : []
  })
  return { ...values, ...Object.fromEntries(put) }
}
