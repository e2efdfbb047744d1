import { type SQL, sql } from 'drizzle-orm'
import type { Staff } from '../caller.ts'
import { disclosureEditors, disclosures } from '../database/schema/disclosures.ts'
import { Refused } from '../errors.ts'
import { sayRecentDate } from '../sayDates.ts'
import type { EditorRecord, Situation } from './situation.ts'

type Deed = EditorRecord['what']

/** The weightiest deed is the one that is told. */
const deeds: readonly [Deed, string][] = [
  ['logged', 'You logged this request'],
  ['proposed', 'You sent this request for approval'],
  ['created', 'You created this request'],
  ['edited', 'You changed this request'],
]

const other = 'Another compliance officer or a manager must decide it.'

/**
 * Two persons means two: nobody decides a request that they created, logged or proposed, or whose subjects, scope,
 * ground, basis or justification they ever changed. No role is exempt; assigning and verifying do not disqualify.
 * @returns SECOND_PERSON_REQUIRED, or null for somebody uninvolved
 */
export function secondPersonRefusal({ disclosure, editors, by, now }: Situation): Refused | null {
  const at = new Map<Deed, Date>()
  if (disclosure.createdBy === by.id) at.set('created', disclosure.createdAt)
  if (disclosure.loggedBy === by.id) at.set('logged', disclosure.loggedAt ?? disclosure.createdAt)
  if (disclosure.proposedBy === by.id) at.set('proposed', disclosure.proposedAt ?? disclosure.createdAt)
  for (const editor of editors) if (editor.staffId === by.id) at.set(editor.what, editor.at)

  for (const [deed, sentence] of deeds) {
    const when = at.get(deed)
    if (when) {
      return new Refused('SECOND_PERSON_REQUIRED', {
        values: { why: `${sentence} on ${sayRecentDate(when, now)}. ${other}` },
      })
    }
  }
  return null
}

/** The same rule for a list: requests in which `by` had no hand. */
export function uninvolved(by: Staff): SQL {
  const { createdBy, loggedBy, proposedBy, id } = disclosures
  return sql`(${createdBy} <> ${by.id} AND ${loggedBy} IS DISTINCT FROM ${by.id} AND ${proposedBy} IS DISTINCT FROM ${by.id}
    AND NOT EXISTS (SELECT FROM ${disclosureEditors} WHERE ${disclosureEditors.disclosureId} = ${id} AND ${disclosureEditors.staffId} = ${by.id}))`
}
