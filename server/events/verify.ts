import { createPublicKey } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../database/connect.ts'
import { chains } from './chain.ts'
import { findHeads } from './heads.ts'
import { BadCheckpoint, type ReadMarks, readMarks } from './marks.ts'
import { type ChainFault, verifyChain } from './verifyChain.ts'

export type Verdict =
  | { ok: true; events: number; checkpoints: number; last: ReadMarks['last'] }
  | {
      ok: false
      chain: number | null
      seq: number | null
      why: ChainFault['why'] | 'bad_checkpoint' | 'unknown_fingerprint' | 'unknown_chain'
      text: string
    }

/**
 * Walks the whole audit record and answers whether it is what was written: every hash, link and column, no event
 * missing, every head at its chain's end, and everything as the signed checkpoints had it. Names the first bad row.
 * Without checkpoints, newest events that were cut off and a rebuilt chain cannot be told.
 * Reads in one snapshot, so a running server may go on writing.
 * @param checkpoints path of `checkpoints.jsonl`
 * @param publicKey PEM of the key that signed them
 * @param expected fingerprints that were noted elsewhere; each must be among the checkpoints
 */
export async function verifyEvents(
  db: Db,
  {
    checkpoints,
    publicKey,
    expected = [],
  }: { checkpoints?: string; publicKey?: string; expected?: string[] } = {},
): Promise<Verdict> {
  let known: ReadMarks = { marks: [], count: 0, last: null, fingerprints: new Set() }
  if (checkpoints !== undefined && publicKey !== undefined) {
    try {
      // Read first: whatever a checkpoint speaks of is then in the snapshot.
      known = await readMarks(checkpoints, createPublicKey(publicKey))
    } catch (error) {
      if (!(error instanceof BadCheckpoint)) throw error
      return { ok: false, chain: null, seq: null, why: 'bad_checkpoint', text: error.message }
    }
  }
  const unknown = expected.find((fingerprint) => !known.fingerprints.has(fingerprint.toUpperCase()))
  if (unknown !== undefined)
    return {
      ok: false,
      chain: null,
      seq: null,
      why: 'unknown_fingerprint',
      text: `no checkpoint has the fingerprint ${unknown}`,
    }
  return db.transaction((tx) => walk(tx, known), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
}

async function walk(tx: Tx, known: ReadMarks): Promise<Verdict> {
  const heads = await findHeads(tx)
  let events = 0
  for (const [chain, head] of heads.entries()) {
    const fault = await verifyChain(tx, chain, head, known.marks[chain] ?? new Map())
    if (fault) return { ok: false, chain, ...fault }
    events += head?.seq ?? 0
  }
  const { rows } = await tx.execute<{ chain: number; seq: number }>(
    sql`SELECT chain, seq FROM events WHERE chain < 0 OR chain >= ${chains} ORDER BY chain, seq LIMIT 1`,
  )
  const [stray] = rows
  if (stray) return { ok: false, ...stray, why: 'unknown_chain', text: 'this chain does not exist' }
  return { ok: true, events, checkpoints: known.count, last: known.last }
}
