import { hash, randomBytes } from 'node:crypto'

/** A new opaque session token: 256 random bits, base64url. It exists in the browser's cookie and nowhere else. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token. The token is random, so a plain SHA-256 cannot be guessed backwards. */
export function tokenHash(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}
