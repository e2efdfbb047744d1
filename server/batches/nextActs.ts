import { type BatchAct, batchActs } from '../../contract/batches.ts'
import { may } from '../../contract/permissions.ts'
import type { Staff } from '../caller.ts'
import type { batches } from '../database/schema/batches.ts'
import { Refused } from '../errors.ts'
import { changedBy } from './tally.ts'

export type BatchRecord = typeof batches.$inferSelect
/** `reversedBy` is the batch that brought its changes back, or is about to. */
export type Situation = { batch: BatchRecord; reversedBy: string | null; by: Staff }

const refusals: Record<BatchAct, (situation: Situation) => Refused | null> = {
  approve: ({ batch, by }) => {
    if (batch.state !== 'proposed') return impossible('Only a proposal can be approved.')
    return batch.proposedBy === by.id ? new Refused('OWN_PROPOSAL') : null
  },
  stop: ({ batch, by }) => {
    if (by.role !== 'manager' && batch.proposedBy !== by.id)
      return new Refused('NOT_YOURS', { values: { who: 'whoever proposed this batch, or a manager,' } })
    return isOver(batch) ? impossible('This batch is over already.') : null
  },
  reverse: ({ batch, reversedBy }) => {
    if (batch.action !== 'deactivate') {
      return impossible('What was reactivated can be deactivated again by a new batch, with a reason.')
    }
    if (!isOver(batch)) return impossible('Wait until this batch is over, or stop it.')
    if (changedBy(batch) === 0) return impossible('This batch changed nothing.')
    return reversedBy ? impossible('What this batch changed was brought back already.') : null
  },
}

const isOver = ({ state }: BatchRecord) => state === 'done' || state === 'stopped'
const impossible = (why: string) => new Refused('INVALID_TRANSITION', { values: { why } })

/** @throws OWN_PROPOSAL, NOT_YOURS, INVALID_TRANSITION */
export function refuseUnlessPossible(verb: BatchAct, situation: Situation) {
  const refusal = refusals[verb](situation)
  if (refusal) throw refusal
}

/** What the reader could do now. */
export function nextActs(situation: Situation): BatchAct[] {
  return batchActs.filter(
    (verb) => may(situation.by.role, 'batches', verb) && refusals[verb](situation) === null,
  )
}
