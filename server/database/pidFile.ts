import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../cannotStart.ts'

type PidFile = { pid: number; startedAt: Date; port: number; ready: boolean }

/** What `postmaster.pid` says; null if there is none, 'empty' if a crash left it without a line. */
export function readPidFile(cluster: string): PidFile | 'empty' | null {
  const text = readText(cluster)
  if (text === null) return null
  const lines = text.split('\n').map((line) => line.trim())
  const [pid, , startedAt, port] = lines
  if (!pid) return 'empty'
  return {
    pid: Math.abs(Number(pid)),
    startedAt: new Date(Number(startedAt) * 1000),
    port: Number(port),
    ready: lines[7] === 'ready',
  }
}

/** PostgreSQL refuses an empty file for ever. Safe under the owner lock only. */
export function removePidFile(cluster: string) {
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

/**
 * Puts our own pid in the place of one that is not our server: PostgreSQL accepts its parent's pid and still checks
 * the shared memory that line 7 names, which deleting the file would forgo.
 */
export function adoptPidFile(cluster: string) {
  const rest = (readText(cluster) ?? '').split('\n').slice(1)
  writeFileSync(join(cluster, 'postmaster.pid'), [process.pid, ...rest].join('\n'))
}

function readText(cluster: string) {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
