import { Client } from 'pg'
import { SUPERUSER } from './initdb.ts'
import type { Passwords } from './passwords.ts'

export const DATABASE = 'steward'
const OWNER = 'steward_owner'
const RUNTIME = 'steward_runtime'
export const APPLICATION = 'steward_app'

/** The addresses of the embedded database for each of its roles. */
export function urlsOf(port: number, passwords: Passwords) {
  const url = (role: string, password: string, database = DATABASE) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`
  return {
    superuser: url(SUPERUSER, passwords.superuser, 'postgres'),
    owner: url(OWNER, passwords.owner),
    runtime: url(RUNTIME, passwords.runtime),
  }
}

/**
 * Makes, where missing, the roles and the database of the embedded server: an owner that migrates, and a login for
 * requests that may do only what the migrations grant to the application role.
 */
export async function ensureRoles(superuserUrl: string, passwords: Passwords) {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const { rowCount: exists } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
    if (exists) return
    // The database comes last: a start killed on the way finds some of the roles and makes them anew.
    await client.query('DROP DATABASE IF EXISTS unfinished')
    await client.query(`DROP ROLE IF EXISTS ${RUNTIME}, ${OWNER}, ${APPLICATION}`)
    await client.query(`
      CREATE ROLE ${APPLICATION} NOLOGIN;
      CREATE ROLE ${OWNER} LOGIN PASSWORD '${passwords.owner}';
      CREATE ROLE ${RUNTIME} LOGIN PASSWORD '${passwords.runtime}' IN ROLE ${APPLICATION};
      REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC;`)
    await client.query(`CREATE DATABASE unfinished OWNER ${OWNER}`)
    await client.query(`
      REVOKE ALL ON DATABASE unfinished FROM PUBLIC;
      GRANT CONNECT ON DATABASE unfinished TO ${APPLICATION};
      ALTER DATABASE unfinished RENAME TO ${DATABASE};`)
  } finally {
    await client.end()
  }
}
