import { existsSync } from 'node:fs'
import type { Logger } from 'pino'
import { CannotStart } from './cannotStart.ts'
import { openDatabase } from './database/open.ts'
import type { Seed } from './fillEmpty.ts'
import { giveBackMemory } from './giveBackMemory.ts'
import { createLog } from './log.ts'
import { readSettings, type Settings } from './settings.ts'
import { type Stopping, stopOnSignals } from './stopOnSignals.ts'

type ServeOptions = { env: NodeJS.ProcessEnv; seed?: Seed }

const now = () => new Date()

/** Runs the server until it is told to stop. Whatever the operator can mend is said in plain sentences. */
export async function serve({ env, seed }: ServeOptions): Promise<void> {
  const log = createLog()
  const stopping = stopOnSignals(log)
  try {
    const settings = readSettings(env)
    const url = await start(settings, stopping, log, seed)
    log.info({ host: settings.host, port: Number(new URL(url).port) }, 'Steward listens')
    log.flush()
    if (settings.demo)
      console.log(`Steward is at ${url}. The sign-in page offers the accounts of the invented shop.`)
    else if (process.stdout.isTTY) console.log(`Steward is at ${url}`)
    await giveBackMemory()
  } catch (error) {
    if (error instanceof CannotStart) console.error(error.message)
    else log.fatal({ err: error }, 'Steward could not start')
    await stopping.stop(error instanceof CannotStart ? error.exitCode : 1)
  }
}

async function start(settings: Settings, stopping: Stopping, log: Logger, seed?: Seed) {
  const isNew = !existsSync(settings.dataDir)
  const opening = openDatabase(settings, log)
  const close = (how: 'fast' | 'immediate') =>
    opening.then(
      (opened) => opened.close(how),
      () => undefined,
    )
  stopping.defer(
    () => close('fast'),
    () => void close('immediate'),
  )
  // The database is begun before the rest of the code is read and the shop invented, which goes on beside it.
  const beside = settings.demo && seed && isNew ? seed(now()) : null
  const [opened, { standUp }, write] = await Promise.all([opening, import('./standUp.ts'), beside])
  log.info({ version: opened.version ?? 'external', migrations: opened.migrated }, 'the database is ready')
  const invented = seed ? async () => write ?? seed(now()) : null
  return standUp({ settings, opened, stopping, now, log, invented })
}
