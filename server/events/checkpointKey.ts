import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../cannotStart.ts'
import { keyFile } from '../keyFile.ts'

/**
 * The Ed25519 key that signs checkpoints, made at the first start: `checkpoint.key` (mode 0600) and `checkpoint.pub`
 * in the data folder, outside the database. Copy `checkpoint.pub` elsewhere to be able to verify without this machine.
 * @throws CannotStart if the private half of a key that was used before is gone
 */
export function checkpointKey(dataDir: string): KeyObject {
  const path = join(dataDir, 'checkpoint.key')
  const publicPath = join(dataDir, 'checkpoint.pub')
  // In this order: whoever finds the public half of a key made this moment finds the private half, which came first.
  if (existsSync(publicPath) && !existsSync(path))
    throw new CannotStart(
      `${path} is missing, but ${publicPath} and the checkpoints it signed are there. Put the key back, or move checkpoint.pub and checkpoints.jsonl to a safe place to begin anew.`,
    )
  mkdirSync(dataDir, { recursive: true })
  const key = createPrivateKey(keyFile(path, made))
  if (!existsSync(publicPath))
    writeFileSync(publicPath, createPublicKey(key).export({ type: 'spki', format: 'pem' }), { mode: 0o644 })
  return key
}

function made() {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'pem' })
}
