import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { deviationKinds } from '../../contract/deviations.ts'
import type { Db } from '../database/connect.ts'
import { deviations } from '../database/schema/deviations.ts'
import { policies } from '../database/schema/policies.ts'
import { revisions } from '../database/schema/revisions.ts'
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

const instant = z.coerce.date()

/** What everybody may know of a posted deviation. */
const PublicDeviation = z.object({
  id: z.string(),
  kind: z.enum(deviationKinds),
  text: z.string(),
  appliesTo: z.string(),
  postedAt: instant,
  startsAt: instant,
  endsAt: instant.nullable(),
  reviewOn: z.string().nullable(),
  endedAt: instant.nullable(),
  endNote: z.string().nullable(),
  revisionId: z.string().nullable(),
})
export type PublicDeviation = z.infer<typeof PublicDeviation>

export type PublicPolicy = {
  key: string
  title: string
  language: string
  contactEmail: string
  /** The newest first. */
  revisions: PublicRevision[]
  /** All that were ever posted, the latest first. */
  deviations: PublicDeviation[]
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
      // Beside the one revision that nothing has followed, so that they travel once.
      deviations: sql<unknown>`CASE WHEN ${revisions.supersededAt} IS NULL THEN ${postedDeviations(key)} END`,
    })
    .from(policies)
    .innerJoin(revisions, eq(revisions.policyId, policies.id))
    .where(and(eq(policies.key, key), eq(revisions.state, 'published'), isNotNull(revisions.number)))
    .orderBy(desc(revisions.number))
  const [first] = rows
  if (!first) return null
  const { title, language, contactEmail } = first
  const posted = rows.flatMap(({ number, publishedAt, effectiveAt, changeSummary, ...row }) => {
    if (number === null || publishedAt === null || effectiveAt === null || changeSummary === null) return []
    const { id, supersededAt, contentSha256, origin } = row
    return [{ id, number, publishedAt, effectiveAt, supersededAt, changeSummary, contentSha256, origin }]
  })
  const listed = rows.find((row) => row.deviations !== null)?.deviations ?? []
  return {
    key,
    title,
    language,
    contactEmail,
    revisions: posted,
    deviations: PublicDeviation.array().parse(listed),
  }
}

function postedDeviations(key: string) {
  const { kind, text, appliesTo, postedAt, startsAt, endsAt, reviewOn, endedAt, endNote } = deviations
  return sql`(SELECT coalesce(json_agg(json_build_object('id', ${deviations.id}, 'kind', ${kind}, 'text', ${text},
    'appliesTo', ${appliesTo}, 'postedAt', ${postedAt}, 'startsAt', ${startsAt}, 'endsAt', ${endsAt},
    'reviewOn', ${reviewOn}, 'endedAt', ${endedAt}, 'endNote', ${endNote}, 'revisionId', ${deviations.revisionId})
    ORDER BY ${postedAt} DESC, ${deviations.id} DESC), '[]')
    FROM ${deviations} INNER JOIN ${policies} AS own ON own.id = ${deviations.policyId}
    WHERE own.key = ${key} AND ${postedAt} IS NOT NULL)`
}

/** The posted text, which never changes. */
export async function readPublicText(db: Db, id: string): Promise<string> {
  const [revision] = await db
    .select({ body: revisions.body })
    .from(revisions)
    .where(and(eq(revisions.id, id), eq(revisions.state, 'published')))
  return revision?.body ?? ''
}
