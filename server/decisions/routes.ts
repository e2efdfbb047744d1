import { Decision } from '../../contract/disclosures.ts'
import { decisions as table } from '../database/schema/disclosures.ts'
import { anyIdOf, anyOf } from '../lists/filters.ts'
import { sortBy } from '../lists/sorts.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { readDecision, readDecisions, visibleDecisions } from './read.ts'

/** The decision log of requests: append-only, as far as the request itself is visible. */
export const decisions: NounSpec<Decision, Decision> = {
  noun: 'decisions',
  row: Decision,
  one: Decision,
  list: {
    noun: 'decisions',
    table,
    sorts: { at: sortBy(table.at) },
    defaultSort: ['at', 'ASC'],
    filters: {
      disclosureId: anyIdOf(table.disclosureId),
      type: anyOf(table.type, Decision.shape.type.options),
    },
    visible: visibleDecisions,
    rows: readDecisions,
  },
  read: readDecision,
}
