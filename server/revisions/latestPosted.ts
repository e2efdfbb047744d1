import { and, desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '../database/connect.ts'
import { revisions } from '../database/schema/revisions.ts'

/** The revision with the highest number, which a draft has to be based on to be published; null before the first. */
export async function latestPosted(db: Db | Tx, policyId: string) {
  const [latest] = await db
    .select({
      id: revisions.id,
      number: revisions.number,
      contentSha256: revisions.contentSha256,
      publishedAt: revisions.publishedAt,
    })
    .from(revisions)
    .where(and(eq(revisions.policyId, policyId), eq(revisions.state, 'published')))
    .orderBy(desc(revisions.number))
    .limit(1)
  if (!latest || latest.number === null || latest.publishedAt === null) return null
  return { ...latest, number: latest.number, publishedAt: latest.publishedAt }
}
