import { asc, eq, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Revision, RevisionRow } from '../../contract/revisions.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { revisionEditors, revisions, staff } from '../database/schema.ts'
import { isInForce } from '../policies/inForce.ts'
import { latestPosted } from './latestPosted.ts'

const author = alias(staff, 'author')
const publisher = alias(staff, 'publisher')
const base = alias(revisions, 'base')

const rowColumns = {
  id: revisions.id,
  policyId: revisions.policyId,
  number: revisions.number,
  state: revisions.state,
  changeKind: revisions.changeKind,
  changeSummary: revisions.changeSummary,
  contentSha256: revisions.contentSha256,
  origin: revisions.origin,
  publishedAt: revisions.publishedAt,
  effectiveAt: revisions.effectiveAt,
  supersededAt: revisions.supersededAt,
  version: revisions.version,
  createdAt: revisions.createdAt,
  updatedAt: revisions.updatedAt,
  createdBy: { id: author.id, name: author.name },
  publishedBy: { id: publisher.id, name: publisher.name },
}
const wholeColumns = {
  body: revisions.body,
  baseRevisionId: revisions.baseRevisionId,
  baseNumber: base.number,
  reasonInternal: revisions.reasonInternal,
  discardReason: revisions.discardReason,
}
type Person = { id: string; name: string } | null
type Row = Pick<
  typeof revisions.$inferSelect,
  Exclude<keyof typeof rowColumns, 'createdBy' | 'publishedBy'>
> & { createdBy: Person; publishedBy: Person }

export async function readRows(
  db: Db,
  _by: Staff,
  picked: SQL,
  order: SQL[],
  now: Date,
): Promise<RevisionRow[]> {
  const rows = await db
    .select(rowColumns)
    .from(revisions)
    .leftJoin(author, eq(author.id, revisions.createdBy))
    .leftJoin(publisher, eq(publisher.id, revisions.publishedBy))
    .where(picked)
    .orderBy(...order)
  return rows.map((row) => asRow(row, now))
}

/** One revision with its text, its editors, and what it would have to be based on to be published now. */
export async function readRevision(db: Db, _by: Staff, now: Date, id: string): Promise<Revision | null> {
  const [found] = await db
    .select({ ...rowColumns, whole: wholeColumns })
    .from(revisions)
    .leftJoin(author, eq(author.id, revisions.createdBy))
    .leftJoin(publisher, eq(publisher.id, revisions.publishedBy))
    .leftJoin(base, eq(base.id, revisions.baseRevisionId))
    .where(eq(revisions.id, id))
  if (!found) return null
  const { whole, ...row } = found
  const [latest, editors] = await Promise.all([latestPosted(db, row.policyId), readEditors(db, id)])
  return {
    ...asRow(row, now),
    ...whole,
    latest: latest && { id: latest.id, number: latest.number, contentSha256: latest.contentSha256 },
    editors,
  }
}

function readEditors(db: Db, revisionId: string) {
  return db
    .select({ id: staff.id, name: staff.name })
    .from(revisionEditors)
    .innerJoin(staff, eq(staff.id, revisionEditors.staffId))
    .where(eq(revisionEditors.revisionId, revisionId))
    .orderBy(asc(revisionEditors.at), asc(staff.id))
}

function asRow(row: Row, now: Date): RevisionRow {
  return {
    ...row,
    inForce: isInForce(row, now),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    effectiveAt: row.effectiveAt?.toISOString() ?? null,
    supersededAt: row.supersededAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
