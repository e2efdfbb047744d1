import type { Client } from 'pg'
import { CannotStart } from '../cannotStart.ts'

type Facts = { version: number; encoding: string; icu: boolean }

/**
 * What a PostgreSQL that is not ours must have: release 15, text of every script, and the collations by which people's
 * names are sorted.
 * @throws CannotStart naming what is missing
 */
export async function checkRequirements(client: Client) {
  const { rows } = await client.query<Facts>(`
    SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
      EXISTS (SELECT FROM pg_collation WHERE collname = 'und-x-icu') AS icu`)
  const [facts] = rows
  if (!facts || facts.version < 150_000) throw new CannotStart('Steward needs PostgreSQL 15 or newer.')
  if (facts.encoding !== 'UTF8') {
    throw new CannotStart(
      `Steward needs a database in UTF8, and this one is in ${facts.encoding}: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`,
    )
  }
  if (!facts.icu) {
    throw new CannotStart(
      'Steward needs a PostgreSQL with ICU collations, and this one was built without them.',
    )
  }
}
