import type { CreateBatch } from '../../contract/batches.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { dryRun } from './dryRun.ts'
import { start } from './start.ts'

/** Looks first, then acts: a dry run, or the batch that one becomes. */
export function create(tx: Tx, by: Staff, now: Date, id: string, input: CreateBatch): Promise<void> {
  return input.dryRunId === undefined
    ? dryRun(tx, by, now, id, input)
    : start(tx, by, now, id, input.dryRunId, input)
}
