import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { revisionEditors } from '../database/schema/revisions.ts'

/** Keeps who put words into a draft, so that a second person can be told from its authors. */
export async function recordEditor(tx: Tx, by: Staff, now: Date, revisionId: string) {
  await tx.insert(revisionEditors).values({ revisionId, staffId: by.id, at: now }).onConflictDoNothing()
}
