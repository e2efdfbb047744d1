import { createHash, hash } from 'node:crypto'

/** Independent chains, so that writers seldom wait for each other. */
export const chains = 16

/** What the first event of a chain follows: 32 zero bytes. */
export const beginning = Buffer.alloc(32)

/** All events of one request stand in one chain, so that a transaction locks one head and never two. */
export function chainOf(requestId: string): number {
  return createHash('sha256').update(requestId).digest().readUInt8(0) % chains
}

/**
 * SHA-256 of 0x00 ‖ chain (2 bytes) ‖ seq (8 bytes) ‖ previous hash ‖ body. The database computes the same in
 * `append_events`; this is the second opinion that `steward verify` trusts.
 */
export function hashEvent(chain: number, seq: number, previous: Buffer, body: string): Buffer {
  const event = Buffer.allocUnsafe(43 + Buffer.byteLength(body))
  event.writeUInt8(0)
  event.writeUInt16BE(chain, 1)
  event.writeBigUInt64BE(BigInt(seq), 3)
  previous.copy(event, 11)
  event.write(body, 43)
  return hash('sha256', event, 'buffer')
}
