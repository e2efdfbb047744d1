import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart, codeOf } from '../cannotStart.ts'
import { readPasswords } from './passwords.ts'
import { readPidFile } from './pidFile.ts'
import { urlsOf } from './roles.ts'

/**
 * The addresses of the embedded database that a running server has started.
 * @throws CannotStart if this account may not read the passwords, or the server is not ready
 */
export function runningUrls(dataDir: string) {
  try {
    const cluster = readdirSync(dataDir).find((name) => /^pg\d+$/.test(name))
    const found = cluster && readPidFile(join(dataDir, cluster))
    if (found && found !== 'empty' && found.ready) return urlsOf(found.port, readPasswords(dataDir))
  } catch (error) {
    if (codeOf(error) !== 'EACCES' && codeOf(error) !== 'EPERM') throw error
    throw new CannotStart(
      'A server of another account is running on this data. Run the command as that account.',
    )
  }
  throw new CannotStart('The server on this data is just starting or stopping. Try again in a moment.')
}
