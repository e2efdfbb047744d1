import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../database/connect.ts'
import { chains } from './chain.ts'
import type { Head } from './checkpoint.ts'

type Row = { chain: number; seq: number; hash: string }

/**
 * How far each chain reached, all at one instant: index = chain. Null where a chain has lost its head, without which
 * nothing can be added to it.
 */
export async function findHeads(db: Pick<Db | Tx, 'execute'>): Promise<(Head | null)[]> {
  const { rows } = await db.execute<Row>(sql`SELECT chain, seq, encode(hash, 'hex') AS hash FROM event_heads`)
  const heads = new Map(rows.map(({ chain, seq, hash }) => [chain, { seq, hash }]))
  return Array.from({ length: chains }, (_, chain) => heads.get(chain) ?? null)
}

/** As `findHeads`, where all must be there. @throws Error naming the chain that has none */
export async function readHeads(db: Pick<Db | Tx, 'execute'>): Promise<Head[]> {
  const heads = await findHeads(db)
  return heads.map((head, chain) => {
    if (head === null) throw new Error(`chain ${chain} of the audit record has lost its head`)
    return head
  })
}

/** The chains in which the database no longer holds what was there when `heads` were read. */
export async function contradictedChains(db: Pick<Db | Tx, 'execute'>, heads: Head[]): Promise<number[]> {
  const { rows } = await db.execute<Row>(sql`
    SELECT e.chain, e.seq, encode(e.hash, 'hex') AS hash
    FROM unnest(${sql.param(heads.map(({ seq }) => seq))}::bigint[]) WITH ORDINALITY AS head(seq, place)
    JOIN events e ON e.chain = head.place - 1 AND e.seq = head.seq`)
  const found = new Map(rows.map(({ chain, hash }) => [chain, hash]))
  return heads.flatMap(({ seq, hash }, chain) => (seq > 0 && found.get(chain) !== hash ? [chain] : []))
}
