import type { Client } from 'pg'
import { CannotStart, codeOf } from '../cannotStart.ts'
import { APPLICATION } from './roles.ts'

/**
 * Sees that the role which requests act as exists and, where the owner's login serves requests too, that it can be
 * taken. The owner itself never serves: its rights would undo the immutability that grants and triggers keep.
 * @throws CannotStart with the statements for a superuser, where the owner may not do it itself
 */
export async function ensureApplicationRole(client: Client, alsoServes: boolean) {
  try {
    if (!(await exists(client))) await client.query(`CREATE ROLE ${APPLICATION} NOLOGIN`)
    if (alsoServes && !(await isMember(client))) await client.query(`GRANT ${APPLICATION} TO CURRENT_USER`)
  } catch (error) {
    // Two servers that start at once may both find it missing.
    if (['42710', '23505'].includes(codeOf(error) ?? '')) return ensureApplicationRole(client, alsoServes)
    if (codeOf(error) !== '42501') throw error
    throw new CannotStart(
      `The role in DATABASE_${alsoServes ? '' : 'OWNER_'}URL may not make the role ${APPLICATION} that requests act as. As a superuser run: CREATE ROLE ${APPLICATION} NOLOGIN; GRANT ${APPLICATION} TO <the role in DATABASE_URL>;`,
    )
  }
}

async function exists(client: Client) {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [APPLICATION])
  return rowCount === 1
}

async function isMember(client: Client) {
  const { rows } = await client.query<{ member: boolean }>(
    "SELECT pg_has_role($1, CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'MEMBER' ELSE 'SET' END) AS member",
    [APPLICATION],
  )
  return rows[0]?.member === true
}
