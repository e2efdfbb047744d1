import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { CannotStart } from './cannotStart.ts'
import { keyFile } from './keyFile.ts'

const LENGTH = 32

/**
 * The keys kept beside the database, made at the first start, readable by the account of Steward alone: `search.key`
 * hashes searched terms in events, `session.key` the counters of failed sign-ins.
 */
export function ensureSecrets(dataDir: string) {
  return {
    searchKey: ensureKey(join(dataDir, 'search.key')),
    sessionKey: ensureKey(join(dataDir, 'session.key')),
  }
}

function ensureKey(path: string) {
  const key = keyFile(path, () => randomBytes(LENGTH))
  if (key.length !== LENGTH) {
    throw new CannotStart(
      `${path} does not hold ${LENGTH} bytes. Put it back from a backup, or remove it to have a new one made.`,
    )
  }
  return key
}
