import type { BatchTime } from '../batches.ts'
import { type Judged, judge } from '../bounds.ts'
import type { Measured } from '../measure.ts'
import type { Found, Memory } from '../runOperations.ts'
import type { Starts } from '../starts.ts'
import { table } from './table.ts'

const megabytes = { idle: 150, peak: 300 }
const milliseconds = { embedded: 2000, external: 1000 }

type Report = { found: Found[]; failed: Judged[]; memory: Memory[]; batches: BatchTime[]; seen: Judged[] }

/** Prints everything that was found. Answers whether every bound was held. */
export function printReport({ found, failed, memory, batches, seen }: Report, starts: Starts): boolean {
  const largest = memory.at(-1)?.size
  const judged: Judged[] = []
  const lines = found.flatMap(({ operation, bySize }) =>
    [...bySize].map(([size, sides]) => {
      const oursAtS = size === 'L' ? bySize.get('S')?.ours : undefined
      const verdicts = operation.bounds
        .map((bound) => judge(bound, { ...sides, ...(oursAtS && { oursAtS }) }, size === largest))
        .filter((verdict) => verdict !== null)
      judged.push(...verdicts)
      const { ours, naive, tuned } = sides
      return [
        `${operation.name} (${size})`,
        ...figures(ours),
        cpu(ours),
        ...figures(naive),
        ...figures(tuned),
        cpu(tuned),
        (ours.cpu / tuned.cpu).toFixed(2),
        (ours.nodeCpu / tuned.nodeCpu).toFixed(2),
        verdicts.map(say).join('; '),
      ]
    }),
  )
  console.log(
    table(
      [
        'operation',
        ...side('ours'),
        'ms CPU',
        ...side('naive'),
        ...side('tuned'),
        'ms CPU',
        'CPU ×',
        'Node ×',
        'bound',
      ],
      lines,
    ),
  )

  const resting: Judged[] = [
    ...failed,
    ...batches.flatMap((batch) => judgeBatch(batch, batch.size === largest)),
    ...seen,
    ...memory.flatMap(({ size, idle, peak }) => [
      below(`memory at ${size}, idle`, idle, megabytes.idle, 'MB'),
      below(`memory at ${size}, peak`, peak, megabytes.peak, 'MB'),
    ]),
    below('start to first answer, own database', starts.embedded, milliseconds.embedded, 'ms'),
    below('start to first answer, a database that runs', starts.external, milliseconds.external, 'ms'),
  ]
  for (const each of resting) console.log(say(each))
  const broken = [...judged, ...resting].filter(({ held }) => !held)
  console.log(broken.length === 0 ? 'Every bound is held.' : `Not held: ${broken.length}.`)
  return broken.length === 0
}

const side = (name: string) => [`${name} /s`, 'p50', 'p99']
const figures = ({ rate, p50, p99 }: Measured) => [short(rate), short(p50), short(p99)]
const cpu = (measured: Measured) => measured.cpu.toFixed(2)
const short = (figure: number) => (figure < 100 ? figure.toFixed(1) : String(Math.round(figure)))
const say = ({ text, held }: Judged) => `${text} ${held ? 'held' : 'NOT HELD'}`

/** The wall time of 5,000 is held against one statement without events; both sizes have an end of their own. */
function judgeBatch({ size, items, looked, ours, tuned }: BatchTime, isLargest: boolean): Judged[] {
  const what = `batch of ${items} at ${size}`
  const seconds = {
    text: `${what}: ${ours.toFixed(1)} ≤ ${Math.min(90, items / 500)} s (looked at in ${looked.toFixed(1)} s)`,
    held: ours <= Math.min(90, items / 500),
  }
  if (items > 5000 || !isLargest) return [seconds]
  return [
    seconds,
    { text: `${what}: ${(ours / tuned).toFixed(1)} ≤ 4 times one statement`, held: ours / tuned <= 4 },
  ]
}

function below(what: string, found: number, atMost: number, unit: string): Judged {
  return { text: `${what}: ${Math.round(found)} ≤ ${atMost} ${unit}`, held: found <= atMost }
}
