import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { disclosureEditors } from '../database/schema/disclosures.ts'
import type { EditorRecord } from './situation.ts'

/** Remembers, for good, that somebody shaped the request; the first time counts. */
export async function recordEditor(
  tx: Tx,
  by: Staff,
  now: Date,
  disclosureId: string,
  what: EditorRecord['what'],
) {
  await tx
    .insert(disclosureEditors)
    .values({ disclosureId, staffId: by.id, what, at: now })
    .onConflictDoNothing()
}
