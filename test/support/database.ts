import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { pino } from 'pino'
import { inject } from 'vitest'
import { closePool, connect } from '../../server/database/connect.ts'
import { APPLICATION } from '../../server/database/roles.ts'

const log = pino({ level: 'silent' })

export type TestDatabase = Awaited<ReturnType<typeof testDatabase>>

/**
 * A database of this test file's own, cloned from the migrated template. `db` acts as the application role, as
 * requests do; `ownerDb` may do what the owner of the tables may.
 */
export async function testDatabase() {
  const { template, runtime, admin, embedded } = inject('server')
  const { name, url, drop } = await create(`TEMPLATE ${template} STRATEGY file_copy`)
  // A slow machine is no failure of the product, so these wait longer than the server would.
  const db = connect(on(runtime, name), {
    log,
    role: APPLICATION,
    statementTimeout: 20_000,
    patience: 20_000,
  })
  const ownerDb = connect(url, { log, max: 2, statementTimeout: 0 })
  return {
    db,
    ownerDb,
    url: on(runtime, name),
    ownerUrl: url,
    superUrl: embedded ? on(admin, name) : undefined,
    close: async () => {
      await Promise.all([closePool(db), closePool(ownerDb)])
      await drop()
    },
  }
}

/** A database in which nothing was migrated yet. */
export async function emptyDatabase() {
  const { url, drop } = await create('')
  return { ownerUrl: url, close: drop }
}

async function create(how: string) {
  const { admin, owner } = inject('server')
  const name = `test_${randomBytes(6).toString('hex')}`
  await statements(
    admin,
    `CREATE DATABASE ${name} ${how} OWNER ${new URL(owner).username}`,
    // A clone does not inherit the rights on its template.
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${name} TO ${APPLICATION}`,
  )
  return {
    name,
    url: on(owner, name),
    drop: () => statements(admin, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

/** The same server and login, another of its databases. */
function on(url: string, database: string) {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}

async function statements(url: string, ...all: string[]) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const sql of all) await client.query(sql)
  } finally {
    await client.end()
  }
}
