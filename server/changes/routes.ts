import { Change, changeActorKinds, changedNouns } from '../../contract/changes.ts'
import { changes as table } from '../database/schema/customers.ts'
import { anyIdOf, anyOf, atOrAfter, atOrBefore } from '../lists/filters.ts'
import { sortBy } from '../lists/sorts.ts'
import { wholeTotal } from '../lists/wholeTotal.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { readChange, readChanges } from './read.ts'

/** The history of customers and their addresses, field by field: append-only, contact values masked. */
export const changes: NounSpec<Change, Change> = {
  noun: 'changes',
  row: Change,
  one: Change,
  list: {
    noun: 'changes',
    table,
    total: wholeTotal('changes'),
    sorts: { at: sortBy(table.at) },
    defaultSort: ['at', 'DESC'],
    filters: {
      customerId: anyIdOf(table.customerId),
      recordId: anyIdOf(table.recordId),
      noun: anyOf(table.noun, changedNouns),
      field: anyOf(table.field),
      actorKind: anyOf(table.actorKind, changeActorKinds),
      atFrom: atOrAfter(table.at),
      atTo: atOrBefore(table.at),
    },
    rows: readChanges,
  },
  read: readChange,
  opened: ({ customerId }) => ({ customerId }),
}
