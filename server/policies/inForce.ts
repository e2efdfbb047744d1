import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Db, Tx } from '../database/connect.ts'
import { policies } from '../database/schema/policies.ts'
import { revisions } from '../database/schema/revisions.ts'

type Row = { state: string; effectiveAt: Date | null; supersededAt: Date | null }

/** The revisions that bind at an instant: posted, in effect, and not yet superseded. No job ever switches them. */
export function inForceAt(at: Date) {
  return and(
    eq(revisions.state, 'published'),
    lte(revisions.effectiveAt, at),
    or(isNull(revisions.supersededAt), gt(revisions.supersededAt, at)),
  )
}

/** As `inForceAt`, of a posted text that was read. */
export const binds = (posted: { effectiveAt: Date; supersededAt: Date | null }, at: Date) =>
  posted.effectiveAt <= at && (posted.supersededAt === null || at < posted.supersededAt)

/** As `inForceAt`, of a row in any state. */
export function isInForce({ state, effectiveAt, supersededAt }: Row, at: Date): boolean {
  return state === 'published' && effectiveAt !== null && binds({ effectiveAt, supersededAt }, at)
}

/** The revisions that are posted and take effect after an instant; one that another overtook never does. */
export function comingAfter(at: Date) {
  return and(
    eq(revisions.state, 'published'),
    gt(revisions.effectiveAt, at),
    or(isNull(revisions.supersededAt), gt(revisions.supersededAt, revisions.effectiveAt)),
  )
}

/** As `comingAfter`, of a row that was read. */
export function isComing({ state, effectiveAt, supersededAt }: Row, at: Date): boolean {
  if (state !== 'published' || effectiveAt === null || effectiveAt <= at) return false
  return supersededAt === null || effectiveAt < supersededAt
}

/** The revision of a policy that was in force at an instant, or null if none was: what was promised then. */
export async function revisionInForce(
  db: Db | Tx,
  key: string,
  at: Date,
): Promise<{ id: string; number: number; effectiveAt: Date; contentSha256: string } | null> {
  const [found] = await db
    .select({
      id: revisions.id,
      number: revisions.number,
      effectiveAt: revisions.effectiveAt,
      contentSha256: revisions.contentSha256,
    })
    .from(revisions)
    .innerJoin(policies, eq(policies.id, revisions.policyId))
    .where(and(eq(policies.key, key), inForceAt(at)))
    .orderBy(desc(revisions.number))
    .limit(1)
  if (!found || found.number === null || found.effectiveAt === null) return null
  return { ...found, number: found.number, effectiveAt: found.effectiveAt }
}
