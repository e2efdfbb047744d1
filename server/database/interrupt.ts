import { spawnSync } from 'node:child_process'
import { codeOf } from '../cannotStart.ts'
import type { Binaries } from './binaries.ts'

/**
 * SIGINT ends PostgreSQL with a checkpoint, SIGQUIT at once. SIGTERM is never used: it waits for every client to leave.
 */
export function interrupt(pid: number, signal: 'SIGINT' | 'SIGQUIT', { pgCtl }: Binaries) {
  if (process.platform === 'win32') {
    // Node's own kill would be a hard one there.
    spawnSync(pgCtl, ['kill', signal.slice(3), String(pid)])
    return
  }
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}
