import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
} from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../cannotStart.ts'

/**
 * The Ed25519 key that signs checkpoints, made at the first start: `checkpoint.key` (mode 0600) and `checkpoint.pub`
 * in the data folder, outside the database. Copy `checkpoint.pub` elsewhere to be able to verify without this machine.
 * @throws CannotStart if the private half of a key that was used before is gone
 */
export function checkpointKey(dataDir: string): KeyObject {
  const path = join(dataDir, 'checkpoint.key')
  const publicPath = join(dataDir, 'checkpoint.pub')
  if (!existsSync(path)) {
    if (existsSync(publicPath))
      throw new CannotStart(
        `${path} is missing, but ${publicPath} and the checkpoints it signed are there. Put the key back, or move checkpoint.pub and checkpoints.jsonl to a safe place to begin anew.`,
      )
    make(path, dataDir)
  }
  const key = createPrivateKey(readFileSync(path))
  if (!existsSync(publicPath))
    writeFileSync(publicPath, createPublicKey(key).export({ type: 'spki', format: 'pem' }), { mode: 0o644 })
  return key
}

// Linked into place whole, so that a second server starting at the same moment finds all of it or none.
function make(path: string, dataDir: string) {
  mkdirSync(dataDir, { recursive: true })
  const draft = `${path}.${randomUUID()}`
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(draft)
  }
}
