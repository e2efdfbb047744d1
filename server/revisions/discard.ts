import { eq } from 'drizzle-orm'
import type { DiscardDraft } from '../../contract/discardDraft.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { revisions } from '../database/schema/revisions.ts'
import { append } from '../events/append.ts'
import { refuseStale } from '../refuseStale.ts'
import { lockDraft } from './lockDraft.ts'
import { refuseUnlessPossible } from './possible.ts'
import { readSituation } from './situation.ts'

/**
 * Gives a draft up with a reason; it stays as a record and cannot be taken up again.
 * @throws NOT_FOUND; REVISION_IMMUTABLE; INVALID_TRANSITION; VERSION_CONFLICT
 */
export async function discard(tx: Tx, by: Staff, now: Date, id: string, { version, reason }: DiscardDraft) {
  const draft = await lockDraft(tx, id)
  refuseUnlessPossible('discard', await readSituation(tx, by, now, draft))
  await refuseStale(tx, 'revisions', id, version, draft)
  await tx
    .update(revisions)
    .set({ state: 'discarded', discardReason: reason, version: version + 1, updatedAt: now })
    .where(eq(revisions.id, id))
  await append(tx, { by, now, act: 'discard', noun: 'revisions', id })
}
