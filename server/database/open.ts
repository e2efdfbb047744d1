import type { Logger } from 'pino'
import { CannotStart, codeOf } from '../cannotStart.ts'
import type { Settings } from '../settings.ts'
import { type ConnectOptions, connect, type Db } from './connect.ts'
import { startEmbedded } from './embedded.ts'
import { makeDataFolder } from './folder.ts'
import { DataInUse } from './lock.ts'
import { appliedMigrations, migrate, pendingMigrations, readMigrations } from './migrate.ts'
import { APPLICATION } from './roles.ts'
import { runningUrls } from './running.ts'

export type Opened = {
  /** The data folder, made and writable. */
  dataDir: string
  /** What was run just now to bring the database up to date. */
  migrated: string[]
  /** PostgreSQL's own version if it is the embedded one. */
  version: string | null
  /** A pool that acts as the application role. The caller ends it before `close`. */
  connect(options?: Omit<ConnectOptions, 'log' | 'role'>): Db
  /** The login that owns the database, for migrations and the sample shop; never for requests. */
  ownerUrl(): string
  /** Stops the embedded database if this process started it. */
  close(how?: 'fast' | 'immediate'): Promise<void>
}

/**
 * The database as the server has it: the one in DATABASE_URL, or the embedded one, which no other process may have;
 * brought up to date with this release.
 * @throws DataInUse while another server has the data folder
 * @throws CannotStart in one sentence for whatever the operator can mend
 */
export async function openDatabase(settings: Settings, log: Logger): Promise<Opened> {
  return settings.external ? openExternal(settings, settings.external, log) : openEmbedded(settings, log)
}

/** The database as a command has it: beside a running server through that one, else as the server would. */
export async function openBesideServer(settings: Settings, log: Logger): Promise<Opened> {
  try {
    return await openDatabase(settings, log)
  } catch (error) {
    if (!(error instanceof DataInUse)) throw error
  }
  const dataDir = makeDataFolder(settings.dataDir)
  const urls = () => runningUrls(dataDir)
  const db = connectAs(urls().runtime, log)({ max: 1 })
  try {
    const pending = pendingMigrations(await appliedMigrations(db.$client), readMigrations())
    if (pending.length > 0) {
      throw new CannotStart('The running server is of an older release than this command. Restart it first.')
    }
  } finally {
    await db.$client.end()
  }
  return {
    dataDir,
    migrated: [],
    version: null,
    connect: (options) => connectAs(urls().runtime, log)(options),
    ownerUrl: () => urls().owner,
    close: async () => undefined,
  }
}

async function openEmbedded(settings: Settings, log: Logger): Promise<Opened> {
  const embedded = await startEmbedded({ dataDir: settings.dataDir, log })
  try {
    return {
      dataDir: embedded.dataDir,
      migrated: await migrate({ url: embedded.urls().owner }),
      version: embedded.version,
      connect: (options) => connectAs(embedded.urls().runtime, log)(options),
      ownerUrl: () => embedded.urls().owner,
      close: embedded.stop,
    }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

async function openExternal(
  settings: Settings,
  { url, ownerUrl }: { url: string; ownerUrl: string },
  log: Logger,
) {
  const dataDir = makeDataFolder(settings.dataDir)
  const alsoServes = url === ownerUrl
  const opened: Opened = {
    dataDir,
    migrated: await explained(alsoServes ? 'DATABASE_URL' : 'DATABASE_OWNER_URL', () =>
      migrate({ url: ownerUrl, alsoServes }),
    ),
    version: null,
    connect: connectAs(url, log),
    ownerUrl: () => ownerUrl,
    close: async () => undefined,
  }
  const trial = opened.connect({ max: 1 })
  try {
    await explained('DATABASE_URL', () => trial.$client.query('SELECT FROM migrations'))
  } finally {
    await trial.$client.end()
  }
  return opened
}

function connectAs(url: string, log: Logger) {
  return (options: Omit<ConnectOptions, 'log' | 'role'> = {}) =>
    connect(url, { ...options, log, role: APPLICATION })
}

/** Turns the refusals of a PostgreSQL that is not ours into a sentence about the setting that names it. */
async function explained<T>(setting: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const reason = REASONS.find(([codes]) => codes.includes(codeOf(error) ?? ''))?.[1]
    throw reason ? new CannotStart(`The database in ${setting} ${reason}`) : error
  }
}

const REASONS: [string[], string][] = [
  [
    ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET'],
    'cannot be reached. See that it runs and that the host and port are right.',
  ],
  [['28P01', '28000'], 'refuses this user or password.'],
  [['3D000'], 'does not exist. Create it, or correct the name at the end of the address.'],
  [
    ['42501'],
    `refuses this user the role ${APPLICATION} or a right. As a superuser run: GRANT ${APPLICATION} TO <that user>;`,
  ],
]
