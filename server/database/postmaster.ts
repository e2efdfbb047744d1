import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart } from '../cannotStart.ts'
import type { Account } from './account.ts'
import { asAccount, type Binaries } from './binaries.ts'
import { readPidFile } from './pidFile.ts'

const PATIENCE = 20_000
const LOG_LIMIT = 1_000_000

export type Postmaster = { child: ChildProcess; port: number; exited: Promise<void> }
export type PostmasterPlan = {
  cluster: string
  binaries: Binaries
  account: Account | null
  settings: Record<string, string>
  logFile: string
}

/**
 * Starts PostgreSQL and waits until it is ready. A taken port or a shared memory block that an old backend still
 * holds ends the program at once, so it is tried again for up to 20 s: on the port asked for, else on another free one.
 * The child has a process group of its own, so that Ctrl-C reaches us first and lets requests finish.
 * @throws CannotStart with PostgreSQL's own last words
 */
export async function startPostmaster(plan: PostmasterPlan, wantedPort?: number): Promise<Postmaster> {
  const end = Date.now() + PATIENCE
  for (;;) {
    const port = wantedPort ?? (await freePort())
    const started = launch(plan, port)
    if (await becomesReady(started, plan.cluster)) return started
    if (Date.now() > end) throw new CannotStart(`The database did not start: ${lastWords(plan.logFile)}`)
    await sleep(100)
  }
}

function launch({ cluster, binaries, account, settings, logFile }: PostmasterPlan, port: number): Postmaster {
  const options = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const tooLong = (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT
  const log = openSync(logFile, tooLong ? 'w' : 'a', 0o600)
  try {
    const child = spawn(binaries.postgres, ['-D', cluster, ...options], {
      ...asAccount(account),
      detached: true,
      stdio: ['ignore', log, log],
    })
    const { promise, resolve } = Promise.withResolvers<void>()
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
    return { child, port, exited: promise }
  } finally {
    closeSync(log)
  }
}

/** The pid file's last line says `ready` once connections are taken. */
async function becomesReady({ child, exited }: Postmaster, cluster: string) {
  let gone = false
  exited.then(() => {
    gone = true
  })
  while (!gone) {
    const found = readPidFile(cluster)
    if (found && found !== 'empty' && found.pid === child.pid && found.ready) return true
    await sleep(5)
  }
  return false
}

function freePort() {
  return new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port)
        else reject(new Error('the system gave no port'))
      })
    })
  })
}

function lastWords(logFile: string) {
  return readFileSync(logFile, 'utf8').trim().split('\n').slice(-3).join(' ')
}
