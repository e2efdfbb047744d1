import { type SQL, sql } from 'drizzle-orm'
import {
  disclosureKinds,
  disclosureStates,
  outcomes,
  verificationStates,
} from '../../contract/disclosureChoices.ts'
import { legalProcessNames } from '../../contract/legalProcesses.ts'
import { disclosureSubjects, disclosures as table } from '../database/schema/disclosures.ts'
import { badQuery } from '../lists/badQuery.ts'
import { anyIdOf, anyOf, atOrAfter, atOrBefore, whenTrue } from '../lists/filters.ts'
import type { Filter } from '../lists/listSpec.ts'
import { overdueAt, waitingFor } from './waiting.ts'

const hiddenFromAuditors =
  (filter: Filter): Filter =>
  (value, name, reader) => {
    if (reader.by.role === 'auditor') throw badQuery(`${name} is not a filter of disclosures.`)
    return filter(value, name, reader)
  }

const about = (customer: SQL) =>
  sql`${table.id} IN (SELECT ${disclosureSubjects.disclosureId} FROM ${disclosureSubjects} WHERE ${customer} AND ${disclosureSubjects.removedAt} IS NULL)`

/** What requests can be picked by; whom one is about and who works on it an auditor does not learn by filtering. */
export const filters: Record<string, Filter> = {
  state: anyOf(table.state, disclosureStates),
  kind: anyOf(table.kind, disclosureKinds),
  legalProcess: anyOf(table.legalProcess, legalProcessNames),
  verificationState: anyOf(table.verificationState, verificationStates),
  outcome: anyOf(table.outcome, outcomes),
  assignedToId: hiddenFromAuditors(anyIdOf(table.assignedTo)),
  customerId: hiddenFromAuditors((value, name) => about(anyIdOf(disclosureSubjects.customerId)(value, name))),
  dueAtFrom: atOrAfter(table.dueAt),
  dueAtTo: atOrBefore(table.dueAt),
  receivedAtFrom: atOrAfter(table.receivedAt),
  receivedAtTo: atOrBefore(table.receivedAt),
  overdue: whenTrue((_value, _name, { now }) => overdueAt(now)),
  waitingForMe: whenTrue((_value, _name, { by }) => waitingFor(by)),
}
