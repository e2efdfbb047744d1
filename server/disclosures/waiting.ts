import { and, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { undecidedStates } from '../../contract/disclosureChoices.ts'
import { may } from '../../contract/permissions.ts'
import type { Staff } from '../caller.ts'
import { disclosures } from '../database/schema/disclosures.ts'
import { uninvolved } from './independence.ts'

const { state, assignedTo, dueAt } = disclosures

/** What waits for this reader: proposals that they may decide as the second person, and what they review. */
export function waitingFor(by: Staff): SQL {
  if (!may(by.role, 'disclosures', 'approve')) return sql`false`
  return sql`((${state} = 'awaiting_approval' AND ${uninvolved(by)}) OR (${state} = 'in_review' AND ${assignedTo} = ${by.id}))`
}

/** Requests whose answer was due before `now` and that nobody has decided. */
export function overdueAt(now: Date) {
  return and(lt(dueAt, now), inArray(state, undecidedStates))
}
