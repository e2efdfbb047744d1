import { z } from 'zod'
import {
  Batch,
  BatchRow,
  batchActions,
  batchStates,
  CreateBatch,
  DryRun,
  MoveBatch,
  ReverseBatch,
} from '../../contract/batches.ts'
import { deactivationReasons } from '../../contract/purchases.ts'
import { act } from '../act.ts'
import { batches as table } from '../database/schema/batches.ts'
import { anyIdOf, anyOf, atOrAfter, atOrBefore } from '../lists/filters.ts'
import { sortBy } from '../lists/sorts.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { approve } from './approve.ts'
import { create } from './create.ts'
import { readBatch, readRows } from './read.ts'
import { resultFile } from './resultFile.ts'
import { reverse } from './reverse.ts'
import { searchIn } from './scope.ts'
import { stop } from './stop.ts'

/** Batches: one act on many purchases, looked at first, worked on in the background, undone as a whole. */
export const batches: NounSpec<BatchRow, Batch | DryRun> = {
  noun: 'batches',
  row: BatchRow,
  one: z.union([Batch, DryRun]),
  list: {
    noun: 'batches',
    table,
    sorts: { proposedAt: sortBy(table.proposedAt), items: sortBy(table.items) },
    defaultSort: ['proposedAt', 'DESC'],
    filters: {
      state: anyOf(table.state, batchStates),
      action: anyOf(table.action, batchActions),
      reason: anyOf(table.reason, deactivationReasons),
      proposedBy: anyIdOf(table.proposedBy),
      approvedBy: anyIdOf(table.approvedBy),
      reverses: anyIdOf(table.reverses),
      proposedAtFrom: atOrAfter(table.proposedAt),
      proposedAtTo: atOrBefore(table.proposedAt),
    },
    rows: readRows,
  },
  read: readBatch,
  create: { ...act(CreateBatch, create), searches: searchIn },
  acts: {
    approve: act(MoveBatch, approve),
    stop: act(MoveBatch, stop),
    reverse: act(ReverseBatch, reverse),
  },
  files: { 'result.csv': resultFile },
}
