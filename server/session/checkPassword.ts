import { verifyPassword } from 'better-auth/crypto'

// The hash of no password: checking against it takes the same time and never succeeds.
const nobody = `${'0'.repeat(32)}:${'0'.repeat(128)}`

/**
 * Whether the password belongs to the hash. Without a hash (no such account) the same work is done, so that the
 * time of the answer does not tell who works here.
 */
export async function checkPassword(hash: string | null, password: string): Promise<boolean> {
  const right = await verifyPassword({ hash: hash ?? nobody, password })
  return right && hash !== null
}
