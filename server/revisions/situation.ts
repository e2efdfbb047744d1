import { and, asc, desc, eq } from 'drizzle-orm'
import type { Staff } from '../caller.ts'
import type { Db, Tx } from '../database/connect.ts'
import { revisionEditors, revisionReviews, type revisions } from '../database/schema/revisions.ts'
import { staff } from '../database/schema/staff.ts'
import { readSetting } from '../shopSettings/readSetting.ts'

type DraftRecord = Pick<typeof revisions.$inferSelect, 'id' | 'state'>
type Deed = { id: string; name: string; at: Date }

/** A draft, who had a hand in it, and whether publishing takes two persons: all that the rules of review look at. */
export type Situation = {
  state: DraftRecord['state']
  editors: Deed[]
  /** Who sent it for review last. */
  submitted: Deed | null
  twoPersons: boolean
  by: Pick<Staff, 'id'>
  now: Date
}

/** What the rules of review look at, of a draft that was read or locked already. */
export async function readSituation(
  db: Db | Tx,
  by: Pick<Staff, 'id'>,
  now: Date,
  { id, state }: DraftRecord,
): Promise<Situation> {
  const { twoPersons } = await readSetting(db, 'publishing')
  const editors = await readEditors(db, id)
  const [submitted] = await db
    .select({ id: staff.id, name: staff.name, at: revisionReviews.at })
    .from(revisionReviews)
    .innerJoin(staff, eq(staff.id, revisionReviews.by))
    .where(and(eq(revisionReviews.revisionId, id), eq(revisionReviews.act, 'submit')))
    .orderBy(desc(revisionReviews.at), desc(revisionReviews.id))
    .limit(1)
  return { state, editors, submitted: submitted ?? null, twoPersons, by, now }
}

/** Whoever put words into a draft, in the order in which they first did. */
function readEditors(db: Db | Tx, revisionId: string): Promise<Deed[]> {
  return db
    .select({ id: staff.id, name: staff.name, at: revisionEditors.at })
    .from(revisionEditors)
    .innerJoin(staff, eq(staff.id, revisionEditors.staffId))
    .where(eq(revisionEditors.revisionId, revisionId))
    .orderBy(asc(revisionEditors.at), asc(staff.id))
}
