import { createHash } from 'node:crypto'

/** The Merkle Tree Hash of RFC 9162, section 2.1.1: leaves and nodes are told apart by their first byte. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves
  if (only === undefined) return sha256()
  if (leaves.length === 1) return sha256(Buffer.of(0), only)
  const left = largestPowerOfTwoBelow(leaves.length)
  return sha256(Buffer.of(1), merkleRoot(leaves.slice(0, left)), merkleRoot(leaves.slice(left)))
}

function largestPowerOfTwoBelow(count: number) {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

function sha256(...parts: Buffer[]) {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}
