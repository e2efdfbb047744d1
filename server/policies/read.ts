import { and, desc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Policy } from '../../contract/policies.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { policies, revisions } from '../database/schema.ts'
import { inForceAt } from './inForce.ts'

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
  const current = await currentRevisions(
    db,
    rows.map(({ id }) => id),
    now,
  )
  return rows.map(({ createdAt, updatedAt, ...policy }) => ({
    ...policy,
    publicPath: `/policy/${policy.key}`,
    current: current.get(policy.id) ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }))
}

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
