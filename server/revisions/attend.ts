import { and, eq, gt, lt, ne, sql } from 'drizzle-orm'
import type { Attend, Attendance } from '../../contract/revisions.ts'
import type { Staff } from '../caller.ts'
import type { Db, Tx } from '../database/connect.ts'
import { presences, revisions } from '../database/schema/revisions.ts'
import { staff } from '../database/schema/staff.ts'
import { Refused } from '../errors.ts'

/** A page says every ten seconds that it is open; twice unheard and a little more, and it is gone. */
const present = 25_000
const typing = 15_000

/**
 * Notes that a page has a draft open, and says who else has. It changes no record and is no event
 * (docs/decisions/024); `version` tells the page when a colleague saved.
 * @throws NOT_FOUND
 */
export async function attend(
  tx: Tx,
  by: Staff,
  now: Date,
  id: string,
  { desk, doing }: Attend,
): Promise<Attendance> {
  const [revision] = await tx
    .select({ version: revisions.version })
    .from(revisions)
    .where(eq(revisions.id, id))
  if (!revision) throw new Refused('NOT_FOUND')

  const mine = and(eq(presences.revisionId, id), eq(presences.staffId, by.id))
  const gone = lt(presences.seenAt, new Date(now.getTime() - present))
  await tx.delete(presences).where(and(mine, doing === 'leaving' ? eq(presences.desk, desk) : gone))
  if (doing !== 'leaving') {
    const typedAt = doing === 'typing' ? now : null
    await tx
      .insert(presences)
      .values({ revisionId: id, staffId: by.id, desk, typedAt, seenAt: now })
      .onConflictDoUpdate({
        target: [presences.revisionId, presences.staffId, presences.desk],
        set: { seenAt: now, ...(typedAt ? { typedAt } : {}) },
      })
  }
  return { version: revision.version, others: await othersAt(tx, by, now, id, desk) }
}

async function othersAt(tx: Tx, by: Staff, now: Date, id: string, desk: string) {
  const since = new Date(now.getTime() - typing)
  return tx
    .select({
      id: staff.id,
      name: staff.name,
      isTyping: sql<boolean>`coalesce(bool_or(${presences.typedAt} > ${since}), false)`,
      isMe: sql<boolean>`${staff.id} = ${by.id}`,
    })
    .from(presences)
    .innerJoin(staff, eq(staff.id, presences.staffId))
    .where(
      and(
        eq(presences.revisionId, id),
        ne(presences.desk, desk),
        gt(presences.seenAt, new Date(now.getTime() - present)),
      ),
    )
    .groupBy(staff.id, staff.name)
    .orderBy(staff.name, staff.id)
}

/** Forgets pages that were closed without a word. */
export async function sweepPresences(db: Db, now: Date): Promise<void> {
  await db.delete(presences).where(lt(presences.seenAt, new Date(now.getTime() - present)))
}
