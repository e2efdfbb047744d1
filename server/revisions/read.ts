import { asc, desc, eq, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { errorText } from '../../contract/errors.ts'
import { type DraftAct, openStates, type Revision, type RevisionRow } from '../../contract/revisions.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { revisionOverrides, revisionReviews, revisions } from '../database/schema/revisions.ts'
import { staff } from '../database/schema/staff.ts'
import { isComing, isInForce } from '../policies/inForce.ts'
import { latestPosted } from './latestPosted.ts'
import { readLints } from './lints/readLints.ts'
import { refusalOf } from './possible.ts'
import { readSituation } from './situation.ts'

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

/** Revisions as lists show them, without their texts. */
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
export async function readRevision(db: Db, by: Staff, now: Date, id: string): Promise<Revision | null> {
  const [found] = await db
    .select({ ...rowColumns, whole: wholeColumns })
    .from(revisions)
    .leftJoin(author, eq(author.id, revisions.createdBy))
    .leftJoin(publisher, eq(publisher.id, revisions.publishedBy))
    .leftJoin(base, eq(base.id, revisions.baseRevisionId))
    .where(eq(revisions.id, id))
  if (!found) return null
  const { whole, ...row } = found
  const isOpen = openStates.some((state) => state === row.state)
  const [latest, situation, reviews, overrides, lints] = await Promise.all([
    latestPosted(db, row.policyId),
    readSituation(db, by, now, row),
    readReviews(db, id),
    readOverrides(db, id),
    isOpen ? readLints(db, { ...row, body: whole.body }) : [],
  ])
  const { number } = row
  const posted = number === null ? null : errorText('REVISION_IMMUTABLE', { number })
  const why = (act: DraftAct) => posted ?? refusalOf(act, situation)?.message ?? null
  return {
    ...asRow(row, now),
    ...whole,
    latest: latest && { id: latest.id, number: latest.number, contentSha256: latest.contentSha256 },
    editors: situation.editors.map(({ id: staffId, name }) => ({ id: staffId, name })),
    reviews,
    lints,
    overrides,
    acts: {
      edit: why('edit'),
      submit: why('submit'),
      return: why('return'),
      approve: why('approve'),
      publish: why('publish'),
      discard: why('discard'),
    },
  }
}

async function readReviews(db: Db, revisionId: string): Promise<Revision['reviews']> {
  const rows = await db
    .select({
      act: revisionReviews.act,
      by: { id: staff.id, name: staff.name },
      at: revisionReviews.at,
      comments: revisionReviews.comments,
      contentSha256: revisionReviews.contentSha256,
    })
    .from(revisionReviews)
    .innerJoin(staff, eq(staff.id, revisionReviews.by))
    .where(eq(revisionReviews.revisionId, revisionId))
    .orderBy(desc(revisionReviews.at), desc(revisionReviews.id))
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

async function readOverrides(db: Db, revisionId: string): Promise<Revision['overrides']> {
  const rows = await db
    .select({
      code: revisionOverrides.code,
      found: revisionOverrides.found,
      reason: revisionOverrides.reason,
      by: { id: staff.id, name: staff.name },
      at: revisionOverrides.at,
    })
    .from(revisionOverrides)
    .innerJoin(staff, eq(staff.id, revisionOverrides.by))
    .where(eq(revisionOverrides.revisionId, revisionId))
    .orderBy(asc(revisionOverrides.code))
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

function asRow(row: Row, now: Date): RevisionRow {
  return {
    ...row,
    inForce: isInForce(row, now),
    coming: isComing(row, now),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    effectiveAt: row.effectiveAt?.toISOString() ?? null,
    supersededAt: row.supersededAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
