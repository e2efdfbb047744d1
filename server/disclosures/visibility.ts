import { type SQL, sql } from 'drizzle-orm'
import { may } from '../../contract/permissions.ts'
import type { Staff } from '../caller.ts'
import { disclosures } from '../database/schema/disclosures.ts'

/**
 * Which requests exist for this reader: a restricted one for the people it names alone, whatever their role.
 * To everybody else it is absent from lists, totals and single reads alike.
 */
export function visibleDisclosures(by: Staff): SQL {
  if (!may(by.role, 'disclosures', 'list')) return sql`false`
  return sql`(${disclosures.handlingLevel} = 'normal' OR ${by.id}::uuid = ANY (${disclosures.visibleTo}))`
}
