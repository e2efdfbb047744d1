import {
  type BatchAction,
  type Counts,
  changeOf,
  type NotEligible,
  outcomesOf,
} from '../../contract/batches.ts'
import type { Result } from './outcomeOf.ts'

type Tally = { counts: Counts; notEligible: NotEligible }

/** The tally of a batch that has not begun: each outcome of its action is there, at nought. */
export function noneYet(action: BatchAction): Tally {
  return {
    counts: Object.fromEntries(outcomesOf[action].map((outcome) => [outcome, 0])),
    notEligible: {
      order_waiting: 0,
      order_under_way: 0,
      return_open: 0,
      dispute_open: 0,
      account_active: 0,
    },
  }
}

/** Adds results to what was counted before. */
export function addTo(before: Tally, results: readonly Result[]): Tally {
  const counts = { ...before.counts }
  const notEligible = { ...before.notEligible }
  for (const { outcome, code } of results) {
    counts[outcome] = (counts[outcome] ?? 0) + 1
    if (code) notEligible[code] += 1
  }
  return { counts, notEligible }
}

/** How many purchases a batch changed so far. */
export function changedBy({ action, counts }: { action: BatchAction; counts: Counts }): number {
  return counts[changeOf[action]] ?? 0
}
