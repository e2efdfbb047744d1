import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * A key that lies in a file of its own, readable by the account of Steward alone; where there is none, what `make`
 * answers is put there. It is linked into place whole, so that a second server starting at the same moment finds all
 * of it or none, and takes the one that came first.
 */
export function keyFile(path: string, make: () => string | Buffer): Buffer {
  if (!existsSync(path)) place(path, make())
  return readFileSync(path)
}

function place(path: string, key: string | Buffer) {
  const draft = `${path}.${randomUUID()}`
  try {
    writeFileSync(draft, key, { mode: 0o600, flag: 'wx', flush: true })
    linkSync(draft, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
