import { z } from 'zod'
import { deactivationReasons, ineligibilities } from './purchases.ts'
import { By, id, instant, version } from './records.ts'
import { neededNote, note } from './text.ts'

export const batchActions = ['deactivate', 'reactivate'] as const
export type BatchAction = (typeof batchActions)[number]
export const batchStates = ['proposed', 'approved', 'running', 'done', 'stopped'] as const
export const batchOutcomes = [
  'deactivated',
  'already_deactivated',
  'reactivated',
  'already_active',
  'not_eligible',
  'changed_meanwhile',
  'not_found',
] as const
export type BatchOutcome = (typeof batchOutcomes)[number]
/** What can become of an item of either action. */
export const outcomesOf = {
  deactivate: ['deactivated', 'already_deactivated', 'not_eligible', 'changed_meanwhile', 'not_found'],
  reactivate: ['reactivated', 'already_active', 'not_eligible', 'changed_meanwhile', 'not_found'],
} as const satisfies Record<BatchAction, readonly BatchOutcome[]>
/** The outcome that is a change. */
export const changeOf = {
  deactivate: 'deactivated',
  reactivate: 'reactivated',
} as const satisfies Record<BatchAction, BatchOutcome>
export const batchActs = ['approve', 'stop', 'reverse'] as const
export type BatchAct = (typeof batchActs)[number]

export const batchLimits = {
  /** Ids named one by one, and ids left out of a filter. */
  ids: 500,
  items: 50_000,
  /** More than this customer service proposes and a manager approves. */
  alone: 100,
} as const

/** Every outcome of the action is there, zeros included. */
export const Counts = z.partialRecord(z.enum(batchOutcomes), z.int().min(0))
export type Counts = z.infer<typeof Counts>
/** Why as many are not eligible, zeros included. */
export const NotEligible = z.record(z.enum(ineligibilities), z.int().min(0))
export type NotEligible = z.infer<typeof NotEligible>

/** What a batch was asked to work on; the words that somebody was searched by are not kept. */
export const BatchScope = z.object({
  filter: z.record(z.string(), z.unknown()).nullable(),
  searched: z.boolean(),
  ids: z.int().nullable(),
  excluded: z.int(),
})
export type BatchScope = z.infer<typeof BatchScope>

/** What a batch would do, item by item, without writing anything. It can be run once, by whoever asked, for a day. */
export const DryRun = z.object({
  id,
  dryRunId: id,
  action: z.enum(batchActions),
  items: z.int(),
  counts: Counts,
  notEligible: NotEligible,
  needsApproval: z.boolean().describe('run by the same person it becomes a proposal'),
})
export type DryRun = z.infer<typeof DryRun>

/** Work on many purchases at once, as a row of a list. */
export const BatchRow = z.object({
  id,
  action: z.enum(batchActions),
  state: z.enum(batchStates),
  reason: z.enum(deactivationReasons).nullable(),
  items: z.int(),
  expectedChanges: z.int().describe('how many the dry run would have changed'),
  processed: z.int(),
  counts: Counts,
  proposedBy: By,
  proposedAt: instant,
  approvedBy: By.nullable(),
  approvedAt: instant.nullable(),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  reverses: id.nullable(),
  version,
  createdAt: instant,
  updatedAt: instant,
})
export type BatchRow = z.infer<typeof BatchRow>

export const Batch = BatchRow.extend({
  scope: BatchScope,
  note: z.string().nullable(),
  notEligible: NotEligible,
  expected: z.object({ counts: Counts, notEligible: NotEligible }).describe('what the dry run said'),
  stoppedBy: By.nullable(),
  reversedBy: id.nullable().describe('the batch that brought back what this one changed'),
  nextActs: z.array(z.enum(batchActs)).describe('what the reader may do to it now'),
})
export type Batch = z.infer<typeof Batch>

const ids = z.array(id).max(batchLimits.ids)

/** First with `dryRun: true`, then with the `dryRunId` that this answered. */
export const CreateBatch = z
  .strictObject({
    action: z.enum(batchActions),
    ids: ids.min(1).optional(),
    filter: z.record(z.string(), z.unknown()).optional(),
    excludeIds: ids.optional(),
    reason: z.enum(deactivationReasons).optional(),
    note: note.optional(),
    dryRun: z.boolean().optional(),
    dryRunId: id.optional(),
  })
  .superRefine(({ action, ids, filter, reason, dryRun = false, dryRunId }, { addIssue }) => {
    const refuse = (field: string, message: string) => addIssue({ code: 'custom', path: [field], message })
    if (ids && filter) refuse('ids', 'Name purchases by ids or by a filter, not both.')
    if (dryRun && dryRunId) refuse('dryRunId', 'A dry run is either asked for or run.')
    if (!dryRun && !dryRunId) refuse('dryRunId', 'Look at a dry run first, then run that one.')
    if (dryRun && !ids && !filter) refuse('ids', 'Name the purchases by ids or by a filter.')
    if (action === 'deactivate' && !reason) refuse('reason', 'Choose a reason.')
    if (action === 'reactivate' && reason) refuse('reason', 'Say in the note why they come back.')
  })
export type CreateBatch = z.infer<typeof CreateBatch>

export const MoveBatch = z.strictObject({ version })
export type MoveBatch = z.infer<typeof MoveBatch>

export const ReverseBatch = z.strictObject({ version, note: neededNote('Say why they come back.') })
export type ReverseBatch = z.infer<typeof ReverseBatch>
