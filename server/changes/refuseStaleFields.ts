import { and, asc, eq, gt } from 'drizzle-orm'
import type { Change, Theirs } from '../../contract/changes.ts'
import type { Tx } from '../database/connect.ts'
import { changes } from '../database/schema/customers.ts'
import { Refused } from '../errors.ts'
import { refuseStale } from '../refuseStale.ts'
import { sayMinute } from '../sayDates.ts'
import { maskedChange, readVersions } from './read.ts'

type Stale = {
  noun: Change['noun']
  id: string
  /** The version that the form was opened with. */
  version: number
  current: { version: number; updatedAt: Date }
  /** What the form writes. */
  fields: readonly string[]
}

const names = { customer: 'The customer', import: 'An import', system: 'Steward' }

/**
 * A stale write never overwrites. Two members of staff always get to see each other's changes. What the customer, the
 * shop or an import changed in other fields meanwhile is no conflict: both changes stand. Nor is what was changed and
 * changed back: the field says what the form was opened with.
 * @throws VERSION_CONFLICT whose details name each field that changed, from what to what, by whom and when
 */
export async function refuseStaleFields(tx: Tx, { noun, id, version, current, fields }: Stale) {
  if (version === current.version) return
  const since = await readVersions(
    tx,
    and(eq(changes.recordId, id), eq(changes.noun, noun), gt(changes.version, version)),
    [asc(changes.version), asc(changes.id)],
  )
  const last = since.at(-1)
  if (!last) return refuseStale(tx, noun, id, version, current)

  const theirs = fromOpenedToStored(since)
  const isWhole = new Set(since.map((each) => each.version)).size === current.version - version
  const differs = new Set(theirs.map(({ field }) => field))
  const isByStaff = since.some(({ actorKind, field }) => actorKind === 'staff' && differs.has(field))
  const isSameField = fields.some((field) => differs.has(field))
  if (isWhole && !isByStaff && !isSameField) return

  const told = since.findLast(({ field }) => differs.has(field)) ?? last
  const who = told.actorKind === 'staff' ? (told.by?.name ?? '') : names[told.actorKind]
  throw new Refused('VERSION_CONFLICT', {
    values: { who, when: sayMinute(new Date(told.at)) },
    details: {
      by: who,
      at: told.at,
      fields: theirs.map(({ field }) => field),
      version: current.version,
      changes: theirs.map(maskedChange),
    },
  })
}

/**
 * Several changes of one field become one: before the first, after the last, by whoever made the last. Told apart in
 * clear, since two values may look alike behind the mask.
 */
function fromOpenedToStored(since: Awaited<ReturnType<typeof readVersions>>): Theirs[] {
  const all = new Map<string, Theirs>()
  for (const { field, before, after, actorKind, by, reason, at } of since) {
    const first = all.get(field)
    all.set(field, { field, before: first ? first.before : before, after, actorKind, by, reason, at })
  }
  return [...all.values()].filter(({ before, after }) => before !== after)
}
