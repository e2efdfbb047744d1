import type { Judged } from './bounds.ts'
import { type Measured, measure, median } from './measure.ts'
import { type Operation, operations } from './operations.ts'
import type { Usage } from './processes.ts'
import type { Shop } from './shop.ts'
import type { SizeName } from './sizes.ts'

const sides = ['ours', 'naive', 'tuned'] as const
type Side = (typeof sides)[number]
export type Found = {
  operation: Operation
  bySize: Map<SizeName, Record<Side, Measured>>
}
export type Memory = { size: SizeName; idle: number; peak: number }

/** Many short ones: a machine that others use too changes its speed within seconds, and growth compares two sizes. */
const rounds = 7
/**
 * The first turn of a side does not count. For us it is so many requests and not seconds: Node compiles what has run
 * often, and a server that has answered less would seem to grow with its shop.
 */
const warmUp = { rounds: 2, requests: 3000 }

type Options = { seconds: number; only: string; say: (text: string) => void }

/** Every operation; one that fails is told with the rest and does not end the run. */
export async function runOperations(
  shops: Map<SizeName, Shop>,
  { seconds, only, say }: Options,
): Promise<{ found: Found[]; failed: Judged[]; memory: Memory[] }> {
  const idle = new Map<SizeName, Usage>()
  for (const [size, { ours }] of shops) idle.set(size, await ours.usage())

  const found: Found[] = []
  const failed: Judged[] = []
  for (const operation of operations.filter(({ name }) => name.includes(only))) {
    try {
      found.push({ operation, bySize: await inTurns(shops, operation, seconds) })
    } catch (error) {
      if (!(error instanceof Error)) throw error
      failed.push({ text: `${operation.name} was not measured: ${error.message}`, held: false })
    }
    say(operation.name)
  }

  const memory: Memory[] = []
  for (const [size, { ours }] of shops)
    memory.push({ size, idle: idle.get(size)?.memory ?? 0, peak: (await ours.usage()).peak })
  return { found, failed, memory }
}

/** One operation on every side, in turns: what disturbs the machine disturbs all of them alike. */
async function inTurns(
  shops: Map<SizeName, Shop>,
  operation: Operation,
  seconds: number,
): Promise<Found['bySize']> {
  const bySize = new Map([...shops].map(([size]) => [size, noRounds()]))
  const turns = new Map([...shops].map(([size]) => [size, 0]))
  for (let round = -1; round < rounds; round++) {
    for (const [size, shop] of shops) {
      for (const side of turnedBy(round)) {
        const next = () => {
          const turn = turns.get(size) ?? 0
          turns.set(size, turn + 1)
          return asked(operation, operation.args(shop.samples, turn), side)
        }
        const known = bySize.get(size)?.[side] ?? []
        // What takes seconds says so once.
        if (known[0]?.requests === 1) continue
        const server = side === 'ours' ? shop.ours : shop.limit
        await shop.idle()
        const measured = await measure(server, shop.database, next, {
          seconds: (seconds / rounds) * (round < 0 ? warmUp.rounds : 1),
          ...(round < 0 && side === 'ours' && { times: warmUp.requests }),
          mayBeSlow: side !== 'ours',
        })
        if (round >= 0 || measured.requests === 1) known.push(measured)
      }
    }
  }
  return new Map(
    [...bySize].map(([size, { ours, naive, tuned }]) => [
      size,
      { ours: median(ours), naive: median(naive), tuned: median(tuned) },
    ]),
  )
}

/** Each side comes first in its turn. */
const turnedBy = (round: number) => {
  const first = Math.max(0, round) % sides.length
  return [...sides.slice(first), ...sides.slice(0, first)]
}

const noRounds = (): Record<Side, Measured[]> => ({ ours: [], naive: [], tuned: [] })

function asked(operation: Operation, args: string[], side: Side) {
  if (side === 'ours') return operation.ours(args)
  return { method: 'GET', path: ['', side, operation.question, ...args].map(encodeURIComponent).join('/') }
}
