import { type SQL, sql } from 'drizzle-orm'
import { may } from '../../contract/permissions.ts'
import type { Staff } from '../caller.ts'
import { revisionEditors, revisionReviews, revisions } from '../database/schema/revisions.ts'
import { settings } from '../database/schema/settings.ts'
import { whenTrue } from '../lists/filters.ts'

const { id, state } = revisions

/** What this reader can move on: to approve or publish as the second person, or to write again after a return. */
export const waitingForMe = whenTrue((_value, _name, { by }) => {
  if (!may(by.role, 'revisions', 'edit')) return sql`false`
  const returned = sql`(${state} = 'draft' AND ${wrote(by)} AND ${lastReview(sql`act`)} = 'return')`
  if (!may(by.role, 'revisions', 'publish')) return returned
  return sql`CASE WHEN ${twoPersons}
    THEN ${returned} OR (${state} IN ('in_review', 'ready') AND NOT ${wrote(by)}
      AND (${state} = 'ready' OR ${lastReview(sql`by`)} IS DISTINCT FROM ${by.id}))
    ELSE ${state} IN ('draft', 'in_review', 'ready') END`
})

const twoPersons = sql`(SELECT (${settings.value} ->> 'twoPersons')::boolean FROM ${settings} WHERE ${settings.key} = 'publishing')`

const wrote = (by: Staff): SQL =>
  sql`EXISTS (SELECT FROM ${revisionEditors} WHERE ${revisionEditors.revisionId} = ${id} AND ${revisionEditors.staffId} = ${by.id})`

const lastReview = (column: SQL): SQL =>
  sql`(SELECT ${column} FROM ${revisionReviews} WHERE ${revisionReviews.revisionId} = ${id} ORDER BY ${revisionReviews.at} DESC, ${revisionReviews.id} DESC LIMIT 1)`
