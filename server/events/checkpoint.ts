import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { chains } from './chain.ts'
import { merkleRoot } from './merkleRoot.ts'

const hex = z.string().regex(/^[0-9a-f]{64}$/)

/** How far a chain reached: its last seq (0 for none) and the hash of that event. */
export const Head = z.strictObject({ seq: z.int().min(0), hash: hex })
export type Head = z.infer<typeof Head>

/** One line of `checkpoints.jsonl`: what the audit record was at an instant, signed. */
export const Checkpoint = z.strictObject({
  n: z.int().min(1),
  at: z.iso.datetime(),
  heads: z.array(Head).length(chains),
  root: hex,
  prevCheckpointHash: hex.nullable(),
  signature: z.base64(),
})
export type Checkpoint = z.infer<typeof Checkpoint>

/** Signs what the record is now, following the checkpoint whose hash is `previous` (null for the first). */
export function makeCheckpoint(
  key: KeyObject,
  { n, at, heads, previous }: { n: number; at: Date; heads: Head[]; previous: string | null },
): Checkpoint {
  const unsigned = { n, at: at.toISOString(), heads, root: rootOf(heads), prevCheckpointHash: previous }
  return { ...unsigned, signature: sign(null, canonicalBytes(unsigned), key).toString('base64') }
}

/** Whether the holder of the key wrote exactly this, and its root is the root of its heads. */
export function isGenuine({ signature, ...unsigned }: Checkpoint, publicKey: KeyObject): boolean {
  return (
    unsigned.root === rootOf(unsigned.heads) &&
    verify(null, canonicalBytes(unsigned), publicKey, Buffer.from(signature, 'base64'))
  )
}

/** SHA-256 of the canonical text, signature included: what the next checkpoint follows. */
export function checkpointHash(checkpoint: Checkpoint): string {
  return createHash('sha256').update(canonicalBytes(checkpoint)).digest('hex')
}

/** 64 bits of a checkpoint's hash, short enough to be copied into an e-mail: `7F3A-91C2-0B4E-55D1`. */
export function fingerprint(checkpoint: Checkpoint): string {
  return (checkpointHash(checkpoint).slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-')
}

function rootOf(heads: Head[]) {
  return merkleRoot(heads.map(leaf)).toString('hex')
}

function leaf({ seq, hash }: Head, chain: number) {
  const place = Buffer.alloc(10)
  place.writeUInt16BE(chain)
  place.writeBigUInt64BE(BigInt(seq), 2)
  return Buffer.concat([place, Buffer.from(hash, 'hex')])
}

function canonicalBytes(value: Omit<Checkpoint, 'signature'>) {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('a checkpoint has no JSON form')
  return Buffer.from(text)
}
