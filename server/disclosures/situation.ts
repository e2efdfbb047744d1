import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Staff } from '../caller.ts'
import type { Db, Tx } from '../database/connect.ts'
import { disclosureEditors, disclosureSubjects, type disclosures } from '../database/schema/disclosures.ts'

export type DisclosureRecord = typeof disclosures.$inferSelect
export type SubjectRecord = typeof disclosureSubjects.$inferSelect
export type EditorRecord = typeof disclosureEditors.$inferSelect

/** All that the rules look at: the request, whom it is about, who shaped it, who wants to act, and when. */
export type Situation = {
  disclosure: DisclosureRecord
  subjects: SubjectRecord[]
  editors: EditorRecord[]
  by: Staff
  now: Date
}

/** What the rules look at, of a request that was read or locked already. */
export async function situationOf(
  db: Db | Tx,
  by: Staff,
  now: Date,
  disclosure: DisclosureRecord,
): Promise<Situation> {
  const subjects = await liveSubjects(db, disclosure.id)
  const editors = await db
    .select()
    .from(disclosureEditors)
    .where(eq(disclosureEditors.disclosureId, disclosure.id))
  return { disclosure, subjects, editors, by, now }
}

/** Whom the request is about now; somebody taken off the list stays in the table. */
export function liveSubjects(db: Db | Tx, disclosureId: string): Promise<SubjectRecord[]> {
  const { removedAt, position, id } = disclosureSubjects
  return db
    .select()
    .from(disclosureSubjects)
    .where(and(eq(disclosureSubjects.disclosureId, disclosureId), isNull(removedAt)))
    .orderBy(asc(position), asc(id))
}
