import { and, eq, gt, isNull, ne, or } from 'drizzle-orm'
import type { Tx } from '../database/connect.ts'
import { revisions } from '../database/schema/revisions.ts'

/** Frees the place of the newest revision, which there is one of, before another is posted into it. */
export async function supersede(tx: Tx, latest: { id: string } | null, effect: Date) {
  if (latest) await tx.update(revisions).set({ supersededAt: effect }).where(eq(revisions.id, latest.id))
}

/**
 * Lets a revision that was just posted take over from whatever would have been in force at its instant of effect, also
 * from revisions that were posted for a later one: of all posted so far, the last one has the last word.
 * @returns the revisions that now never take effect
 */
export async function takeOver(
  tx: Tx,
  { id, policyId, at, effect }: { id: string; policyId: string; at: Date; effect: Date },
): Promise<string[]> {
  const others = and(eq(revisions.policyId, policyId), eq(revisions.state, 'published'), ne(revisions.id, id))
  await tx
    .update(revisions)
    .set({ supersededAt: effect })
    .where(and(others, or(isNull(revisions.supersededAt), gt(revisions.supersededAt, effect))))
  const overtaken = await tx
    .select({ id: revisions.id, effectiveAt: revisions.effectiveAt, supersededAt: revisions.supersededAt })
    .from(revisions)
    .where(and(others, gt(revisions.effectiveAt, at)))
  return overtaken.flatMap(({ id: other, effectiveAt, supersededAt }) =>
    effectiveAt && supersededAt && supersededAt <= effectiveAt ? [other] : [],
  )
}
