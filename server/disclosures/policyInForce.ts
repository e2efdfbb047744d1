import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Tx } from '../database/connect.ts'
import { policies, revisions } from '../database/schema.ts'

/** The revision of the privacy policy that was in force at an instant: what was promised when the request came in. */
export async function policyInForce(tx: Tx, at: Date | null): Promise<string | null> {
  if (!at) return null
  const [revision] = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .innerJoin(policies, eq(policies.id, revisions.policyId))
    .where(
      and(
        eq(policies.key, 'privacy'),
        eq(revisions.state, 'published'),
        lte(revisions.effectiveAt, at),
        or(isNull(revisions.supersededAt), gt(revisions.supersededAt, at)),
      ),
    )
    .orderBy(desc(revisions.number))
    .limit(1)
  return revision?.id ?? null
}
