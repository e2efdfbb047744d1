import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Policy } from '../../contract/policies.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { policies } from '../database/schema/policies.ts'
import { revisions } from '../database/schema/revisions.ts'
import { comingAfter, inForceAt } from './inForce.ts'

/** Policies with what is in force of each, and what is posted for later. */
export async function readPolicies(
  db: Db,
  _by: Staff,
  picked: SQL,
  order: SQL[],
  now: Date,
): Promise<Policy[]> {
  const rows = await db
    .select()
    .from(policies)
    .where(picked)
    .orderBy(...order)
  const ids = rows.map(({ id }) => id)
  const current = await currentRevisions(db, ids, now)
  const coming = await comingRevisions(db, ids, now)
  return rows.map(({ createdAt, updatedAt, ...policy }) => ({
    ...policy,
    publicPath: `/policy/${policy.key}`,
    current: current.get(policy.id) ?? null,
    coming: coming.get(policy.id) ?? [],
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }))
}

/** One policy, or null. */
export async function readPolicy(db: Db, by: Staff, now: Date, id: string): Promise<Policy | null> {
  const [policy] = await readPolicies(db, by, eq(policies.id, id), [], now)
  return policy ?? null
}

async function currentRevisions(
  db: Db,
  policyIds: string[],
  now: Date,
): Promise<Map<string, Policy['current']>> {
  const rows = await db
    .selectDistinctOn([revisions.policyId])
    .from(revisions)
    .where(and(inArray(revisions.policyId, policyIds), inForceAt(now)))
    .orderBy(revisions.policyId, desc(revisions.number))
  return new Map(
    rows.flatMap(({ policyId, id, number, effectiveAt, contentSha256 }) =>
      number === null || effectiveAt === null
        ? []
        : [[policyId, { id, number, effectiveAt: effectiveAt.toISOString(), contentSha256 }]],
    ),
  )
}

async function comingRevisions(
  db: Db,
  policyIds: string[],
  now: Date,
): Promise<Map<string, Policy['coming']>> {
  const rows = await db
    .select({
      policyId: revisions.policyId,
      id: revisions.id,
      number: revisions.number,
      effectiveAt: revisions.effectiveAt,
    })
    .from(revisions)
    .where(and(inArray(revisions.policyId, policyIds), comingAfter(now)))
    .orderBy(asc(revisions.effectiveAt))
  const found = new Map<string, Policy['coming']>()
  for (const { policyId, id, number, effectiveAt } of rows) {
    if (number === null || effectiveAt === null) continue
    const next = { id, number, effectiveAt: effectiveAt.toISOString() }
    found.set(policyId, [...(found.get(policyId) ?? []), next])
  }
  return found
}
