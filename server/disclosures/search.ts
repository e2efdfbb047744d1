import { type SQL, sql } from 'drizzle-orm'
import type { Staff } from '../caller.ts'
import { disclosures } from '../database/schema/disclosures.ts'
import { likeTerm } from '../lists/likeTerm.ts'

/**
 * Finds requests by reference, agency, officer and case number; for an auditor, who sees neither officer nor case
 * number, by reference and agency alone: a search must not tell what the page does not.
 */
export function searchDisclosures(q: string, by: Staff): SQL {
  const { searchText, reference, agency } = disclosures
  const term = sql`fold(${likeTerm(q)})`
  if (by.role !== 'auditor') return sql`${searchText} LIKE ${term}`
  return sql`(fold(coalesce(${reference}, '')) LIKE ${term} OR fold(coalesce(${agency}->>'name', '')) LIKE ${term})`
}
