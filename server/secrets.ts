import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './cannotStart.ts'

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
  if (!existsSync(path)) make(path)
  const key = readFileSync(path)
  if (key.length !== LENGTH) {
    throw new CannotStart(
      `${path} does not hold ${LENGTH} bytes. Put it back from a backup, or remove it to have a new one made.`,
    )
  }
  return key
}

/** Linked into place whole, so that a second server starting at the same moment finds all of it or none. */
function make(path: string) {
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, randomBytes(LENGTH), { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(draft)
  }
}
