import { eq, type SQL } from 'drizzle-orm'
import type { Version, VersionRow } from '../../contract/versions.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { versions } from '../database/schema/revisions.ts'
import { staff } from '../database/schema/staff.ts'

const rowColumns = {
  id: versions.id,
  revisionId: versions.revisionId,
  version: versions.version,
  contentSha256: versions.contentSha256,
  since: versions.since,
  at: versions.at,
  by: { id: staff.id, name: staff.name },
}

/** Earlier versions of drafts, without their words. */
export async function readVersionRows(
  db: Db,
  _by: Staff,
  picked: SQL | undefined,
  order: SQL[],
): Promise<VersionRow[]> {
  const rows = await db
    .select(rowColumns)
    .from(versions)
    .leftJoin(staff, eq(staff.id, versions.by))
    .where(picked)
    .orderBy(...order)
  return rows.map((row) => ({ ...row, since: row.since.toISOString(), at: row.at.toISOString() }))
}

/** An earlier version with its words, or null. */
export async function readVersion(db: Db, _by: Staff, _now: Date, id: string): Promise<Version | null> {
  const { body, changeSummary, changeKind } = versions
  const [found] = await db
    .select({ ...rowColumns, body, changeSummary, changeKind })
    .from(versions)
    .leftJoin(staff, eq(staff.id, versions.by))
    .where(eq(versions.id, id))
  return found ? { ...found, since: found.since.toISOString(), at: found.at.toISOString() } : null
}
