import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { CannotStart, codeOf } from '../cannotStart.ts'
import { ensureApplicationRole } from './applicationRole.ts'
import { checkRequirements } from './requirements.ts'
import { APPLICATION } from './roles.ts'

const FOLDER = new URL('./migrations/', import.meta.url)
const ATTEMPTS = 30
/** Another server at work (lock timeout, deadlock, serialisation), or two that made the ledger at the same instant. */
const PASSING = ['55P03', '40P01', '40001', '23505', '42P07']

type Applied = { name: string; sha256: string }
export type Migration = { name: string; sha256: string; sql: string }

type MigrateOptions = {
  /** The role that owns the database. */
  url: string
  /** The same login serves requests too, so it must be able to take the application role. */
  alsoServes?: boolean
  migrations?: Migration[]
}

/**
 * Brings the database to this release: every file in one transaction with its row in the ledger. Two servers that
 * start at once take turns on the ledger's table lock, so each file runs once.
 * @returns the names of what was run now
 * @throws CannotStart if an applied file was changed since, or the database is newer than this release
 */
export async function migrate({ url, alsoServes = false, migrations = readMigrations() }: MigrateOptions) {
  const client = new Client({ connectionString: url, application_name: 'steward migrate' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await checkRequirements(client)
    // What a power cut takes back is run again; the first commit that anybody is told of makes all before it durable.
    await client.query('SET synchronous_commit = off')
    await ensureApplicationRole(client, alsoServes)
    await inTurn(client, () => prepare(client))
    const isUpdate = (await appliedMigrations(client)).length > 0
    if (isUpdate) await client.query('SET synchronous_commit = on')
    const done: string[] = []
    for (;;) {
      const name = await inTurn(client, () => runNext(client, migrations))
      if (!name) break
      done.push(name)
    }
    // What was rewritten or indexed is planned well, and read from indexes alone, from the first request on.
    if (isUpdate && done.length > 0) await client.query('VACUUM (ANALYZE)')
    return done
  } finally {
    await client.end()
  }
}

/** The files of this release, in order. Line ends are made equal first, since git may change them on Windows. */
export function readMigrations(folder: URL = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * What the database lacks of these migrations, judged by its ledger.
 * @throws CannotStart if the ledger tells another story than the files
 */
export function pendingMigrations(applied: Applied[], migrations: Migration[]) {
  for (const [index, { name, sha256 }] of applied.entries()) {
    const ours = migrations[index]
    if (!ours) {
      throw new CannotStart(
        `The database is newer than this release of Steward: it has ${name}. Start the newer release.`,
      )
    }
    if (ours.name !== name) {
      throw new CannotStart(
        `The database has ${name} where this release of Steward has ${ours.name}: another line of releases made it.`,
      )
    }
    if (ours.sha256 !== sha256) {
      throw new CannotStart(
        `The migration ${name} was changed after it had run in this database. Restore the file as it was released.`,
      )
    }
  }
  return migrations.slice(applied.length)
}

/** The ledger, in the order in which the files ran. */
export async function appliedMigrations(client: Pick<Client, 'query'>) {
  const { rows } = await client.query<Applied>('SELECT name, sha256 FROM migrations ORDER BY name')
  return rows
}

async function prepare(client: Client) {
  await client.query(
    'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, sha256 text NOT NULL, at timestamptz NOT NULL)',
  )
  await takeTurn(client)
  await client.query(`
    GRANT SELECT ON migrations TO ${APPLICATION};
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    DO $$ BEGIN
      EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
      EXECUTE format('GRANT CONNECT ON DATABASE %I TO ${APPLICATION}', current_database());
    END $$;`)
}

async function runNext(client: Client, migrations: Migration[]) {
  await takeTurn(client)
  const [next] = pendingMigrations(await appliedMigrations(client), migrations)
  if (!next) return null
  await client.query(next.sql)
  await client.query('INSERT INTO migrations (name, sha256, at) VALUES ($1, $2, now())', [
    next.name,
    next.sha256,
  ])
  return next.name
}

/** Readers of the ledger go on; only another migrating server waits. */
async function takeTurn(client: Client) {
  await client.query('LOCK TABLE migrations IN SHARE ROW EXCLUSIVE MODE')
}

/** Runs the work in a transaction that gives way after two seconds of waiting, and tries again. */
async function inTurn<T>(client: Client, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query("BEGIN; SET LOCAL lock_timeout = '2s'")
      const result = await work()
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK')
      if (!PASSING.includes(codeOf(error) ?? '')) throw error
      if (attempt === ATTEMPTS) {
        throw new CannotStart(
          'The database could not be brought up to date: another server or a long transaction kept it locked for a minute. Nothing was changed; start again later.',
        )
      }
      await sleep(50 + Math.random() * 100)
    }
  }
}
