import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Passwords = z.object({ superuser: z.string(), owner: z.string(), runtime: z.string() })
export type Passwords = z.infer<typeof Passwords>

/** The generated passwords of the embedded database, kept beside it for the account that runs Steward alone. */
export function readPasswords(dataDir: string): Passwords {
  return Passwords.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')))
}

/** Makes them once. Call under the owner lock. */
export function ensurePasswords(dataDir: string): Passwords {
  if (existsSync(fileOf(dataDir))) return readPasswords(dataDir)
  const made = { superuser: makePassword(), owner: makePassword(), runtime: makePassword() }
  const unfinished = `${fileOf(dataDir)}.unfinished`
  rmSync(unfinished, { force: true })
  writeFileSync(unfinished, JSON.stringify(made), { mode: 0o600, flag: 'wx', flush: true })
  renameSync(unfinished, fileOf(dataDir))
  return made
}

function fileOf(dataDir: string) {
  return join(dataDir, 'passwords.json')
}

function makePassword() {
  return randomBytes(24).toString('base64url')
}
