import { type SQL, sql } from 'drizzle-orm'
import { policies } from '../database/schema/policies.ts'
import { revisions } from '../database/schema/revisions.ts'
import { likeTerm } from '../lists/likeTerm.ts'

/** Finds policies whose title or key holds every word that was typed, whatever its case and accents. */
export const searchPolicies = (q: string): SQL =>
  everyWord(q, sql`${policies.title} || ' ' || ${policies.key}`)

/** Finds revisions by the title and key of their policy and their number: `privacy 4`, `privacy draft`. */
export function searchRevisions(q: string): SQL {
  const said = sql`${policies.title} || ' ' || ${policies.key} || ' ' || coalesce(${revisions.number}::text, ${revisions.state})`
  return sql`EXISTS (SELECT FROM ${policies} WHERE ${policies.id} = ${revisions.policyId} AND ${everyWord(q, said)})`
}

function everyWord(q: string, said: SQL): SQL {
  const words = q.split(/\s+/).filter((word) => word !== '')
  return sql.join(
    words.map((word) => sql`fold(${said}) LIKE fold(${likeTerm(word)})`),
    sql` AND `,
  )
}
