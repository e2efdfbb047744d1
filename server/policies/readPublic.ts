import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '../database/connect.ts'
import { policies, revisions } from '../database/schema.ts'
import { inForceAt } from './inForce.ts'

/** What everybody may know of a revision: nothing of a draft, of its authors or of reasons meant for staff. */
export type PublicRevision = {
  id: string
  number: number
  publishedAt: Date
  effectiveAt: Date
  supersededAt: Date | null
  changeSummary: string
  contentSha256: string
  origin: 'staff' | 'imported'
}

export type PublicPolicy = {
  key: string
  title: string
  language: string
  contactEmail: string
  /** The newest first. */
  revisions: PublicRevision[]
}

/** The policies that have a text in force, by title. */
export function readPublicPolicies(db: Db, now: Date) {
  return db
    .selectDistinct({ key: policies.key, title: policies.title, language: policies.language })
    .from(policies)
    .innerJoin(revisions, eq(revisions.policyId, policies.id))
    .where(inForceAt(now))
    .orderBy(asc(policies.title), asc(policies.key))
}

/** A policy and all that was ever posted of it, in one statement, so that a page is old or new as a whole. */
export async function readPublicPolicy(db: Db, key: string): Promise<PublicPolicy | null> {
  const rows = await db
    .select({
      key: policies.key,
      title: policies.title,
      language: policies.language,
      contactEmail: policies.contactEmail,
      id: revisions.id,
      number: revisions.number,
      publishedAt: revisions.publishedAt,
      effectiveAt: revisions.effectiveAt,
      supersededAt: revisions.supersededAt,
      changeSummary: revisions.changeSummary,
      contentSha256: revisions.contentSha256,
      origin: revisions.origin,
    })
    .from(policies)
    .innerJoin(revisions, eq(revisions.policyId, policies.id))
    .where(and(eq(policies.key, key), eq(revisions.state, 'published'), isNotNull(revisions.number)))
    .orderBy(desc(revisions.number))
  const [first] = rows
  if (!first) return null
  const { title, language, contactEmail } = first
  const posted = rows.flatMap(
    ({ id, number, publishedAt, effectiveAt, supersededAt, changeSummary, contentSha256, origin }) =>
      number === null || publishedAt === null || effectiveAt === null || changeSummary === null
        ? []
        : [{ id, number, publishedAt, effectiveAt, supersededAt, changeSummary, contentSha256, origin }],
  )
  return { key, title, language, contactEmail, revisions: posted }
}

/** The posted text, which never changes. */
export async function readPublicText(db: Db, id: string): Promise<string> {
  const [revision] = await db
    .select({ body: revisions.body })
    .from(revisions)
    .where(and(eq(revisions.id, id), eq(revisions.state, 'published')))
  return revision?.body ?? ''
}
