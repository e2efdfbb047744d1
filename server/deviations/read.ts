import { eq, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Deviation } from '../../contract/deviations.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { deviations } from '../database/schema/deviations.ts'
import { revisions } from '../database/schema/revisions.ts'
import { staff } from '../database/schema/staff.ts'
import { standingOf } from './standing.ts'

const author = alias(staff, 'author')
const poster = alias(staff, 'poster')
const ender = alias(staff, 'ender')

/** Deviations with where each stands at `now`. */
export async function readDeviations(
  db: Db,
  _by: Staff,
  picked: SQL,
  order: SQL[],
  now: Date,
): Promise<Deviation[]> {
  const rows = await db
    .select({
      deviation: deviations,
      revisionNumber: revisions.number,
      createdBy: { id: author.id, name: author.name },
      postedBy: { id: poster.id, name: poster.name },
      endedBy: { id: ender.id, name: ender.name },
    })
    .from(deviations)
    .innerJoin(author, eq(author.id, deviations.createdBy))
    .leftJoin(poster, eq(poster.id, deviations.postedBy))
    .leftJoin(ender, eq(ender.id, deviations.endedBy))
    .leftJoin(revisions, eq(revisions.id, deviations.revisionId))
    .where(picked)
    .orderBy(...order)
  return rows.map(({ deviation, ...more }) => ({
    ...deviation,
    ...more,
    standing: standingOf(deviation, now),
    startsAt: deviation.startsAt?.toISOString() ?? null,
    endsAt: deviation.endsAt?.toISOString() ?? null,
    postedAt: deviation.postedAt?.toISOString() ?? null,
    endedAt: deviation.endedAt?.toISOString() ?? null,
    createdAt: deviation.createdAt.toISOString(),
    updatedAt: deviation.updatedAt.toISOString(),
  }))
}

/** One deviation, or null. */
export async function readDeviation(db: Db, by: Staff, now: Date, id: string): Promise<Deviation | null> {
  const [deviation] = await readDeviations(db, by, eq(deviations.id, id), [], now)
  return deviation ?? null
}
