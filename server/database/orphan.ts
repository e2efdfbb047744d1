import { readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { CannotStart, codeOf } from '../cannotStart.ts'
import type { Binaries } from './binaries.ts'
import { interrupt } from './interrupt.ts'
import { adoptPidFile, readPidFile, removePidFile } from './pidFile.ts'

const PATIENCE = 30_000

/**
 * Stops the PostgreSQL that a killed Steward left running. To be called under the owner lock, which makes whatever
 * runs on this cluster an orphan by definition. It is never adopted: it has the old settings and is not our child.
 */
export async function stopOrphan(
  cluster: string,
  binaries: Binaries,
  superuserUrl: (port: number) => string,
) {
  const found = readPidFile(cluster)
  if (found === 'empty') return removePidFile(cluster)
  if (!found || stateOf(found.pid) === 'gone') return
  if (!(await isOurs(found.pid, found.port, cluster, superuserUrl))) return adoptPidFile(cluster)

  interrupt(found.pid, 'SIGINT', binaries)
  if (await vanishes(found.pid, cluster, PATIENCE)) return
  interrupt(found.pid, 'SIGQUIT', binaries)
  if (await vanishes(found.pid, cluster, PATIENCE / 3)) return
  throw new CannotStart(
    `An earlier database server (process ${found.pid}) does not stop. Stop it by hand and start again.`,
  )
}

/** A killed process that nobody has reaped yet still answers signals; PostgreSQL takes it for a living server. */
function stateOf(pid: number): 'alive' | 'zombie' | 'gone' {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Not ours to signal means another account's, which PostgreSQL itself knows to be no server of this cluster.
    return codeOf(error) === 'EPERM' || codeOf(error) === 'ESRCH' ? 'gone' : 'alive'
  }
  return procFile(pid, (path) => /\) Z /.test(readFileSync(`${path}/stat`, 'utf8'))) ? 'zombie' : 'alive'
}

async function isOurs(pid: number, port: number, cluster: string, superuserUrl: (port: number) => string) {
  if (stateOf(pid) === 'zombie') return false
  const seen = procFile(pid, (path) => ({
    program: basename(readlinkSync(`${path}/exe`)).replace(/ \(deleted\)$/, ''),
    folder: readlinkSync(`${path}/cwd`),
  }))
  if (seen) return seen.program === 'postgres' && seen.folder === cluster
  return servesFrom(superuserUrl(port), cluster)
}

/** The proof where there is no /proc: a server that accepts our password and names our folder. */
async function servesFrom(url: string, cluster: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    return rows[0]?.data_directory === cluster
  } catch (error) {
    if (codeOf(error) !== '57P03') return false
    await sleep(100)
    return servesFrom(url, cluster)
  } finally {
    await client.end()
  }
}

async function vanishes(pid: number, cluster: string, patience: number) {
  const end = Date.now() + patience
  while (Date.now() < end) {
    const now = readPidFile(cluster)
    if (!now || now === 'empty' || now.pid !== pid || stateOf(pid) !== 'alive') return true
    await sleep(10)
  }
  return false
}

function procFile<T>(pid: number, read: (path: string) => T): T | null {
  try {
    return read(`/proc/${pid}`)
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ESRCH', 'EPERM'].includes(codeOf(error) ?? '')) return null
    throw error
  }
}
