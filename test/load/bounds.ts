import type { Measured } from './measure.ts'

/**
 * What is asked of an operation. Ratios compare rounds of one run. Those against plain SQL are judged at the largest size,
 * where its limits were taken; from the smaller one to it, our own growth is (docs/decisions/023-speed.md).
 */
export type Bound =
  /** Processor time of a request, server and database together, against the tuned SQL. */
  | { kind: 'cpu'; atMost: number }
  /** Processor time of a request at L against S. */
  | { kind: 'growth'; atMost: number }
  /** Median time at L against the naive SQL. */
  | { kind: 'naive'; atMost: number }
  /** Milliseconds. */
  | { kind: 'p50' | 'p99'; atMost: number }
  /** Requests a second. */
  | { kind: 'rate'; atLeast: number }

type Sides = { ours: Measured; naive: Measured; tuned: Measured; oursAtS?: Measured }
export type Judged = { text: string; held: boolean }

/** Says of a bound what was found and whether it holds, or null where this run cannot tell. */
export function judge(
  bound: Bound,
  { ours, naive, tuned, oursAtS }: Sides,
  isLargest: boolean,
): Judged | null {
  switch (bound.kind) {
    case 'cpu':
      return isLargest ? ratio('CPU of tuned', ours.cpu / tuned.cpu, bound.atMost) : null
    case 'growth':
      return oursAtS ? ratio('growth', ours.cpu / oursAtS.cpu, bound.atMost) : null
    case 'naive':
      return isLargest ? ratio('time of naive', ours.p50 / naive.p50, bound.atMost) : null
    case 'p50':
    case 'p99':
      return {
        text: `${bound.kind} ${ours[bound.kind].toFixed(1)} ≤ ${bound.atMost} ms`,
        held: ours[bound.kind] <= bound.atMost,
      }
    case 'rate':
      return { text: `${Math.round(ours.rate)}/s ≥ ${bound.atLeast}/s`, held: ours.rate >= bound.atLeast }
  }
}

function ratio(of: string, found: number, atMost: number): Judged {
  return { text: `${found.toFixed(2)}× ${of} ≤ ${atMost}×`, held: found <= atMost }
}
