import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePool, connect } from '../server/database/connect.ts'
import { type Migration, migrate } from '../server/database/migrate.ts'
import { APPLICATION } from '../server/database/roles.ts'
import { emptyDatabase, type TestDatabase, testDatabase } from './support/database.ts'

const migration = (name: string, text: string): Migration => ({
  name,
  sql: text,
  sha256: createHash('sha256').update(text).digest('hex'),
})
const first = migration('0001_first.sql', 'CREATE TABLE first (n int); SELECT pg_sleep(0.1)')
const second = migration('0002_second.sql', 'CREATE TABLE second (n int); INSERT INTO second VALUES (1)')
const broken = migration('0003_broken.sql', 'CREATE TABLE third (n int); SELECT no_such_column')

type Work = (run: (...migrations: Migration[]) => Promise<string[]>, client: Client) => Promise<void>

/** Runs the work on a database without any migration, with a client of its owner's to look inside. */
async function onEmptyDatabase(work: Work) {
  const database = await emptyDatabase()
  const client = new Client({ connectionString: database.ownerUrl })
  try {
    await client.connect()
    await work((...migrations) => migrate({ url: database.ownerUrl, migrations }), client)
  } finally {
    await client.end()
    await database.close()
  }
}

describe('migrating', () => {
  test('three servers that start at once run each migration once', () =>
    onEmptyDatabase(async (run, client) => {
      const done = await Promise.all([run(first, second), run(first, second), run(first, second)])
      expect(done.flat().sort()).toEqual([first.name, second.name])
      const { rows } = await client.query('SELECT name, sha256 FROM migrations ORDER BY name')
      expect(rows).toEqual([first, second].map(({ name, sha256 }) => ({ name, sha256 })))
    }))

  test('a migration that fails leaves nothing of itself, and those before it stay', () =>
    onEmptyDatabase(async (run, client) => {
      await expect(run(first, second, broken)).rejects.toThrow('no_such_column')
      const { rows } = await client.query(
        "SELECT to_regclass('third') AS third, count(*) AS done FROM migrations",
      )
      expect(rows).toEqual([{ third: null, done: 2 }])
      expect(await run(first, second)).toEqual([])
    }))

  test('a migration that was changed after it ran is refused', () =>
    onEmptyDatabase(async (run) => {
      await run(first)
      await expect(run(migration(first.name, 'SELECT 1'), second)).rejects.toThrow(
        'The migration 0001_first.sql was changed after it had run',
      )
    }))

  test('a database of a newer release, or of another line of releases, is refused', () =>
    onEmptyDatabase(async (run) => {
      await run(first, second)
      await expect(run(first)).rejects.toThrow(
        'The database is newer than this release of Steward: it has 0002_second.sql',
      )
      await expect(run(first, migration('0002_other.sql', 'SELECT 1'))).rejects.toThrow(
        'another line of releases',
      )
    }))

  test('a migration waits for a lock in steps, so that it never holds up the readers behind it', () =>
    onEmptyDatabase(async (run, client) => {
      await run(first)
      await client.query('BEGIN; LOCK TABLE first IN ACCESS SHARE MODE')
      const altering = run(first, migration('0002_alter.sql', 'ALTER TABLE first ADD COLUMN m int'))
      await sleep(2500)
      await client.query('COMMIT')
      expect(await altering).toEqual(['0002_alter.sql'])
    }))

  test('what an update rewrote is tidied up and known to the planner before the first request', () =>
    onEmptyDatabase(async (run, client) => {
      await run(first)
      await run(first, migration('0002_fill.sql', 'INSERT INTO first SELECT generate_series(1, 1000)'))
      const { rows } = await client.query(
        "SELECT relallvisible > 0 AS visible, reltuples AS rows FROM pg_class WHERE oid = 'first'::regclass",
      )
      expect(rows).toEqual([{ visible: true, rows: 1000 }])
    }))
})

describe('requests', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())

  const refused = (statement: string) =>
    expect(database.db.$client.query(statement), statement).rejects.toMatchObject({ code: '42501' })

  test('act as the application role, in UTC, with counts as numbers', async () => {
    const { rows } = await database.db.execute(
      sql`SELECT current_user AS who, current_setting('TimeZone') AS zone, 7::bigint AS seven`,
    )
    expect(rows).toEqual([{ who: 'steward_app', zone: 'UTC', seven: 7 }])
    await expect(database.db.$client.query('SELECT 9007199254740993')).rejects.toThrow('safe integer')
  })

  test('may not delete or empty any table of records', async () => {
    const { rows } = await database.db.execute<{ name: string }>(sql`
      SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND (has_table_privilege(c.oid, 'DELETE') OR has_table_privilege(c.oid, 'TRUNCATE')) ORDER BY name`)
    // What the server forgets again: none of it is a record.
    expect(rows.map(({ name }) => name)).toEqual([
      'dry_runs',
      'idempotency_keys',
      'openings',
      'presences',
      'sessions',
      'sign_in_limits',
    ])
    await refused('DELETE FROM customers')
    await refused('TRUNCATE purchases CASCADE')
  })

  test('may not change the schema, the ledger of migrations or the events', async () => {
    await refused('CREATE TABLE mine (n int)')
    await refused('CREATE TEMPORARY TABLE mine (n int)')
    await refused('ALTER TABLE events DISABLE TRIGGER ALL')
    await refused('UPDATE events SET body = body')
    await refused('INSERT INTO migrations VALUES (1, 2, now())')
  })

  test('that ask too much are given up by the database', async () => {
    const db = connect(database.url, { log: pino({ level: 'silent' }), role: APPLICATION })
    await expect(db.$client.query('SELECT pg_sleep(4)')).rejects.toMatchObject({ code: '57014' })
    await closePool(db)
  })
})
