import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { pino } from 'pino'
import { inject } from 'vitest'
import { connect } from '../../server/database/connect.ts'
import { APPLICATION } from '../../server/database/roles.ts'

export type TestDatabase = Awaited<ReturnType<typeof testDatabase>>

/**
 * A database of this test file's own, cloned from the migrated template. `db` acts as the application role, as
 * requests do; `ownerDb` may do what the owner of the tables may.
 */
export async function testDatabase() {
  const server = inject('server')
  const name = `test_${randomBytes(6).toString('hex')}`
  const owner = new URL(server.owner).username
  await statements(
    server.admin,
    `CREATE DATABASE ${name} TEMPLATE ${server.template} STRATEGY file_copy OWNER ${owner}`,
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${name} TO ${APPLICATION}`,
  )
  const on = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const log = pino({ level: 'silent' })
  const db = connect(on(server.runtime), { log, role: APPLICATION })
  const ownerDb = connect(on(server.owner), { log, max: 2, statementTimeout: 0 })

  return {
    db,
    ownerDb,
    url: on(server.runtime),
    ownerUrl: on(server.owner),
    superUrl: server.embedded ? on(server.admin) : undefined,
    close: async () => {
      await Promise.all([db.$client.end(), ownerDb.$client.end()])
      await statements(server.admin, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
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
