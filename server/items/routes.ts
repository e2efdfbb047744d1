import { batchOutcomes } from '../../contract/batches.ts'
import { Item, itemOutcomes } from '../../contract/items.ts'
import { ineligibilities } from '../../contract/purchases.ts'
import { batchItems as table } from '../database/schema/batches.ts'
import { anyIdOf, anyOf } from '../lists/filters.ts'
import { sortBy } from '../lists/sorts.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { readItem, readRows } from './read.ts'

/** What became of each purchase of a batch. */
export const items: NounSpec<Item, Item> = {
  noun: 'items',
  row: Item,
  one: Item,
  list: {
    noun: 'items',
    table,
    sorts: { purchaseId: sortBy(table.purchaseId) },
    defaultSort: ['purchaseId', 'ASC'],
    filters: {
      batchId: anyIdOf(table.batchId),
      purchaseId: anyIdOf(table.purchaseId),
      outcome: anyOf(table.outcome, itemOutcomes),
      expected: anyOf(table.expected, batchOutcomes),
      code: anyOf(table.code, ineligibilities),
    },
    rows: readRows,
  },
  read: readItem,
}
