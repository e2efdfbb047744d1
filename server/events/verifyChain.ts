import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Tx } from '../database/connect.ts'
import { beginning, hashEvent } from './chain.ts'
import type { Head } from './checkpoint.ts'
import { columnsAgree } from './columnsAgree.ts'
import type { Marks } from './marks.ts'

export type ChainFault = {
  seq: number
  why: 'missing' | 'altered' | 'unlinked' | 'columns_differ' | 'head_differs' | 'checkpoint_differs'
  text: string
}

// Both hashes in one text, previous first: reading rows is what costs time here.
type Row = { seq: number; body: string; hashes: string; agrees: boolean }

const batch = 4_000

/** Recomputes one chain from its first event to its head; null if all is as it was written. */
export async function verifyChain(
  tx: Tx,
  chain: number,
  head: Head | null,
  marks: Marks,
): Promise<ChainFault | null> {
  let last: Buffer = beginning
  let lastHex = last.toString('hex')
  let seq = 0
  let next: Promise<Row[]> | null = read(tx, chain, seq)
  while (next) {
    const rows: Row[] = await next
    const end = rows.at(-1)
    // The database reads the next rows while these are hashed: the question must be out before that begins.
    next = end && rows.length === batch ? read(tx, chain, end.seq) : null
    // Should it fail, the next round says so; until then nobody listens, which Node would take for a fault of ours.
    next?.catch(() => undefined)
    await setImmediate()
    for (const row of rows) {
      const hash = hashEvent(chain, row.seq, last, row.body)
      const hex = hash.toString('hex')
      const fault = judge(row, seq + 1, lastHex, hex, marks)
      if (fault) {
        // Waited for, because the transaction cannot end under it; what it says no longer matters.
        await Promise.allSettled([next])
        return fault
      }
      last = hash
      lastHex = hex
      seq = row.seq
    }
  }
  return judgeEnd(seq, lastHex, head, marks)
}

function judge(row: Row, seq: number, previous: string, hash: string, marks: Marks): ChainFault | null {
  if (row.seq !== seq)
    return { seq, why: 'missing', text: `the event is missing; the next one is ${row.seq}` }
  if (!row.hashes.startsWith(previous))
    return { seq, why: 'unlinked', text: 'the event does not follow the one before it' }
  if (row.hashes !== previous + hash)
    return { seq, why: 'altered', text: 'the event is not what was written' }
  if (!row.agrees) return { seq, why: 'columns_differ', text: 'the columns are not what the event says' }
  const mark = marks.get(seq)
  if (mark && mark.hash !== hash)
    return {
      seq,
      why: 'checkpoint_differs',
      text: `the event is not the one that checkpoint ${mark.n} signed: the chain was rebuilt`,
    }
  return null
}

function judgeEnd(seq: number, last: string, head: Head | null, marks: Marks): ChainFault | null {
  for (const [marked, { n }] of marks)
    if (marked > seq)
      return {
        seq: seq + 1,
        why: 'missing',
        text: `the events from here to ${marked}, which checkpoint ${n} signed, are missing`,
      }
  if (head === null) return { seq, why: 'head_differs', text: 'the chain has lost its head' }
  if (head.seq > seq)
    return { seq: seq + 1, why: 'missing', text: `the events from here to ${head.seq} are missing` }
  if (head.seq !== seq || head.hash !== last)
    return { seq, why: 'head_differs', text: 'the head of the chain is not its last event' }
  return null
}

async function read(tx: Tx, chain: number, after: number): Promise<Row[]> {
  const { rows } = await tx.execute<Row>(sql`
    SELECT seq, body, encode(prev_hash || hash, 'hex') AS hashes, ${columnsAgree} AS agrees
    FROM events WHERE chain = ${chain} AND seq > ${after} ORDER BY seq LIMIT ${batch}`)
  return rows
}
