import { join } from 'node:path'
import type { Logger } from 'pino'
import { databaseAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { clusterFolder, letThrough, makeDataFolder } from './folder.ts'
import { ensureCluster } from './initdb.ts'
import { takeOwnerLock } from './lock.ts'
import { stopOrphan } from './orphan.ts'
import { ensurePasswords, readPasswords } from './passwords.ts'
import { type PostmasterPlan, startPostmaster } from './postmaster.ts'
import { ensureRoles, urlsOf } from './roles.ts'
import { serverSettings } from './serverSettings.ts'
import { supervise } from './supervise.ts'

type EmbeddedOptions = {
  dataDir: string
  log: Logger
  /** Settings of PostgreSQL that differ from ours, as the tests want them. */
  postgresSettings?: Record<string, string>
}

export type Embedded = {
  dataDir: string
  version: string
  /** Addresses with passwords, read from their file at each call so that none stays in memory. */
  urls(): ReturnType<typeof urlsOf>
  /** Ends PostgreSQL: `fast` lets it write a checkpoint, `immediate` leaves recovery to the next start. */
  stop(how?: 'fast' | 'immediate'): Promise<void>
}

/**
 * Starts the real PostgreSQL that npm installed, on a data folder of our own.
 * @throws DataInUse while another server has the folder
 * @throws CannotStart in one sentence for any fault that the person at the keyboard can mend
 */
export async function startEmbedded({
  dataDir: wanted,
  log,
  postgresSettings,
}: EmbeddedOptions): Promise<Embedded> {
  const dataDir = makeDataFolder(wanted)
  const lock = takeOwnerLock(dataDir)
  try {
    const plan = prepare(dataDir, postgresSettings)
    const passwords = ensurePasswords(dataDir)
    await ensureCluster(dataDir, plan.cluster, plan.binaries, plan.account, passwords.superuser)
    await stopOrphan(plan.cluster, plan.binaries, (port) => urlsOf(port, passwords).superuser)
    const started = await startPostmaster(plan)
    const supervised = supervise(plan, started, log)
    const { port } = started
    await ensureRoles(urlsOf(port, passwords).superuser, passwords).catch(async (error: unknown) => {
      await supervised.stop('fast')
      throw error
    })
    return {
      dataDir,
      version: plan.binaries.version,
      urls: () => urlsOf(port, readPasswords(dataDir)),
      stop: async (how = 'fast') => {
        await supervised.stop(how)
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function prepare(dataDir: string, changes: Record<string, string> = {}): PostmasterPlan {
  const account = databaseAccount(dataDir)
  if (account) letThrough(dataDir, account)
  const binaries = findBinaries(dataDir, account)
  return {
    account,
    binaries,
    cluster: clusterFolder(dataDir, binaries.major),
    settings: { ...serverSettings(), ...changes },
    logFile: join(dataDir, 'postgres.log'),
  }
}
