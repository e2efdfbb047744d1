import { and, eq, max } from 'drizzle-orm'
import type { Lint } from '../../../contract/lints.ts'
import type { Db, Tx } from '../../database/connect.ts'
import { policies } from '../../database/schema/policies.ts'
import { revisions } from '../../database/schema/revisions.ts'
import { latestPosted } from '../latestPosted.ts'
import { lintsOf } from './lintsOf.ts'

type Draft = { policyId: string; body: string; changeSummary: string | null }

/** What the checks before a publication find in a draft now. */
export async function readLints(db: Db | Tx, { policyId, body, changeSummary }: Draft): Promise<Lint[]> {
  const [policy] = await db
    .select({ key: policies.key, contactEmail: policies.contactEmail })
    .from(policies)
    .where(eq(policies.id, policyId))
  if (!policy) return []
  const latest = await latestPosted(db, policyId)
  const base = latest && (await bodyOf(db, latest.id))
  const posted = await postedPolicies(db)
  // The draft is about to be the policy's next revision.
  posted.set(policy.key, (latest?.number ?? 0) + 1)
  return lintsOf({ body, changeSummary, base, contactEmail: policy.contactEmail, posted })
}

async function bodyOf(db: Db | Tx, id: string): Promise<string> {
  const [revision] = await db.select({ body: revisions.body }).from(revisions).where(eq(revisions.id, id))
  return revision?.body ?? ''
}

async function postedPolicies(db: Db | Tx): Promise<Map<string, number>> {
  const rows = await db
    .select({ key: policies.key, number: max(revisions.number) })
    .from(policies)
    .innerJoin(revisions, and(eq(revisions.policyId, policies.id), eq(revisions.state, 'published')))
    .groupBy(policies.key)
  return new Map(rows.map(({ key, number }) => [key, number ?? 0]))
}
