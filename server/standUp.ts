import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { type AppOptions, createApp } from './app.ts'
import { startBatches } from './batches/startBatches.ts'
import { CannotStart } from './cannotStart.ts'
import { warnOfClock } from './clock.ts'
import { closePool, type Db } from './database/connect.ts'
import type { Opened } from './database/open.ts'
import { startCheckpoints } from './events/checkpoints.ts'
import { fillEmpty, type Write } from './fillEmpty.ts'
import { listen } from './listen.ts'
import { startRechecks } from './purchases/startRechecks.ts'
import { readiness } from './readiness.ts'
import { ensureSecrets } from './secrets.ts'
import { demoPasswordInUse } from './session/demoPasswordInUse.ts'
import { createSession } from './session.ts'
import type { Settings } from './settings.ts'
import { createPages } from './static.ts'
import type { Stopping } from './stopOnSignals.ts'
import { startSweeping } from './sweep.ts'

type Options = {
  settings: Settings
  opened: Opened
  stopping: Stopping
  now: () => Date
  log: Logger
  /** What fills an empty database of the demonstration. */
  invented: (() => Promise<Write>) | null
}

const dist = join(import.meta.dirname, '..', 'dist')

/** Everything that needs the database, in order, up to the first request. Answers the address. */
export async function standUp({ settings, opened, stopping, now, log, invented }: Options): Promise<string> {
  const db = opened.connect()
  stopping.defer(() => closePool(db))
  await warnOfClock(db, now, log)
  if (settings.demo && invented) await fillEmpty(opened, db, invented, log)
  if (!settings.demo) await refuseDemoPasswords(db)

  const checkpoints = await startCheckpoints({ db, dataDir: opened.dataDir, now, log })
  stopping.defer(() => checkpoints.stop())

  stopping.defer(startSweeping({ db, now, log }).stop)
  stopping.defer(startRechecks({ db, now, log }).stop)

  const batches = startBatches({ db, now, log })
  stopping.defer(batches.stop)
  const wrote = (noun: string) => {
    if (noun === 'batches') batches.wake()
  }

  const app = createApp({ ...appOptions(settings, opened, db, now, log), wrote })
  const listening = await listen(app.fetch, settings)
  stopping.defer(listening.close, listening.closeNow)
  return listening.url
}

function appOptions(
  settings: Settings,
  { dataDir }: Opened,
  db: Db,
  now: () => Date,
  log: Logger,
): AppOptions {
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
    ...(built && { pages: createPages({ dist, holdsSession: session.holdsSession }) }),
    ...(publicUrl && { publicUrl }),
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
