import type { KeyObject } from 'node:crypto'
import { chains } from './chain.ts'
import { Checkpoint, checkpointHash, fingerprint, isGenuine } from './checkpoint.ts'
import { checkpointLines } from './checkpointFile.ts'

/** What checkpoints say about a chain: at this seq stood this hash, as checkpoint n has it. */
export type Marks = Map<number, { hash: string; n: number }>

export type ReadMarks = {
  /** Index = chain. */
  marks: Marks[]
  count: number
  last: { n: number; at: string; fingerprint: string } | null
  fingerprints: Set<string>
}

/** A checkpoint file that was itself tampered with: `line` counts from 1. */
export class BadCheckpoint extends Error {
  override name = 'BadCheckpoint'
  readonly line: number

  constructor(line: number, fault: string) {
    super(`line ${line} of the checkpoints ${fault}`)
    this.line = line
  }
}

// Two servers that share a folder may both follow the same line; a line further back was cut out.
const mayFollow = 8

/**
 * Reads every checkpoint, checks its signature, its root and that it follows one before it, and gathers what they
 * say about each chain.
 * @throws BadCheckpoint
 */
export async function readMarks(path: string, publicKey: KeyObject): Promise<ReadMarks> {
  const marks: Marks[] = Array.from({ length: chains }, () => new Map())
  const fingerprints = new Set<string>()
  const recent: { hash: string; n: number }[] = []
  let last: Checkpoint | null = null
  let line = 0
  for await (const text of checkpointLines(path)) {
    line += 1
    const checkpoint = parse(text, line)
    if (!isGenuine(checkpoint, publicKey)) throw new BadCheckpoint(line, 'was not signed with this key')
    const { n, prevCheckpointHash } = checkpoint
    const follows =
      line === 1
        ? prevCheckpointHash === null
        : recent.some((one) => one.hash === prevCheckpointHash && one.n === n - 1)
    if (!follows) throw new BadCheckpoint(line, 'does not follow the one before it')
    recent.push({ hash: checkpointHash(checkpoint), n })
    if (recent.length > mayFollow) recent.shift()
    fingerprints.add(fingerprint(checkpoint))
    for (const [chain, { seq, hash }] of checkpoint.heads.entries()) note(marks[chain], seq, hash, n)
    last = checkpoint
  }
  return {
    marks,
    count: line,
    fingerprints,
    last: last && { n: last.n, at: last.at, fingerprint: fingerprint(last) },
  }
}

function parse(text: string, line: number) {
  try {
    return Checkpoint.parse(JSON.parse(text))
  } catch {
    throw new BadCheckpoint(line, 'cannot be read')
  }
}

// Two checkpoints that disagree about a place were both true when they were signed: events were written and taken out
// again. No hash that the database could hold there puts that right.
function note(marks: Marks | undefined, seq: number, hash: string, n: number) {
  const earlier = marks?.get(seq)
  if (earlier === undefined) {
    if (seq > 0) marks?.set(seq, { hash, n })
  } else if (earlier.hash !== hash) marks?.set(seq, { hash: 'disputed', n })
}
