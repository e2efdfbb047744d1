import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { AppOptions } from './app.ts'
import { startBatches } from './batches/startBatches.ts'
import { CannotStart } from './cannotStart.ts'
import { warnOfClock } from './clock.ts'
import { closePool, type Db } from './database/connect.ts'
import { type Opened, openDatabase } from './database/open.ts'
import { startCheckpoints } from './events/checkpoints.ts'
import { giveBackMemory } from './giveBackMemory.ts'
import { listen } from './listen.ts'
import { createLog } from './log.ts'
import { startSettling } from './purchases/startSettling.ts'
import { readiness } from './readiness.ts'
import { ensureSecrets } from './secrets.ts'
import { demoPasswordInUse } from './session/demoPasswordInUse.ts'
import { createSession } from './session.ts'
import { readSettings, type Settings } from './settings.ts'
import { createPages } from './static.ts'
import { type Stopping, stopOnSignals } from './stopOnSignals.ts'
import { startSweeping } from './sweep.ts'

/**
 * Invents what fills an empty database, and gives the way to write it. Staff come last, or all in one transaction:
 * they tell that the shop is complete.
 */
export type Seed = (now: Date) => Promise<(database: { db: Db; log: Logger }) => Promise<void>>
export type ServeOptions = { env: NodeJS.ProcessEnv; seed?: Seed }

const now = () => new Date()
const dist = join(import.meta.dirname, '..', 'dist')

/** Runs the server until it is told to stop. Whatever the operator can mend is said in plain sentences. */
export async function serve({ env, seed }: ServeOptions): Promise<void> {
  const log = createLog()
  const stopping = stopOnSignals(log)
  try {
    const settings = readSettings(env)
    const url = await start(settings, stopping, log, seed)
    log.info({ host: settings.host, port: Number(new URL(url).port) }, 'Steward listens')
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
  // What takes the processor a while is done beside it.
  const invented = settings.demo && seed && !existsSync(settings.dataDir) ? seed(now()) : null
  const [opened, { createApp }, shop] = await Promise.all([opening, import('./app.ts'), invented])
  log.info({ version: opened.version ?? 'external', migrations: opened.migrated }, 'the database is ready')

  const db = opened.connect()
  stopping.defer(() => closePool(db))
  await warnOfClock(db, now, log)
  if (settings.demo && seed && (await isEmpty(db))) await fill(opened, shop ?? (await seed(now())), log)
  if (!settings.demo) await refuseDemoPasswords(db)

  const checkpoints = await startCheckpoints({ db, dataDir: opened.dataDir, now, log })
  stopping.defer(() => checkpoints.stop())

  stopping.defer(startSweeping({ db, now, log }).stop)
  stopping.defer(startSettling({ db, now, log }).stop)

  const batches = startBatches({ db, now, log })
  stopping.defer(batches.stop)
  const wrote = (noun: string) => {
    if (noun === 'batches') batches.wake()
  }

  const app = createApp({ ...appOptions(settings, opened, db, log), wrote })
  const listening = await listen(app.fetch, settings)
  stopping.defer(listening.close, listening.closeNow)
  return listening.url
}

function appOptions(settings: Settings, { dataDir }: Opened, db: Db, log: Logger): AppOptions {
  const { publicUrl, demo, trustedProxies: proxies } = settings
  const { searchKey, sessionKey } = ensureSecrets(dataDir)
  const secureCookies = publicUrl?.startsWith('https:') ?? false
  const session = createSession({ db, secret: sessionKey, now, secureCookies, demo, log, proxies })
  const built = existsSync(join(dist, 'index.html'))
  if (!built) log.warn('the screens are not built; only the API answers')
  return {
    ...session,
    db,
    now,
    log,
    searchKey,
    ready: readiness(db, log),
    ...(built && { pages: createPages({ dist }) }),
    ...(publicUrl && { publicUrl }),
  }
}

async function isEmpty(db: Db) {
  const { rowCount } = await db.$client.query('SELECT FROM staff LIMIT 1')
  return rowCount === 0
}

async function fill(opened: Opened, write: Awaited<ReturnType<Seed>>, log: Logger) {
  console.log('The database is empty: filling it with an invented shop.')
  const db = opened.connect({ statementTimeout: 0 })
  try {
    await write({ db, log })
  } finally {
    await closePool(db)
  }
}

/** The password of the demonstration stands in the manual, so it must open nothing that others can reach. */
async function refuseDemoPasswords(db: Db) {
  const open = await demoPasswordInUse(db)
  if (open.length === 0) return
  throw new CannotStart(
    `These accounts still have the published password of the demonstration: ${open.join(', ')}. Give each another one with "npm run steward -- staff reset-password", or start on a data folder of its own (STEWARD_DATA_DIR).`,
  )
}
