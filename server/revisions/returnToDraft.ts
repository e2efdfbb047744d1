import { eq } from 'drizzle-orm'
import type { ReturnRevision } from '../../contract/revisions.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { revisions } from '../database/schema/revisions.ts'
import { append } from '../events/append.ts'
import { refuseStale } from '../refuseStale.ts'
import { lockDraft } from './lockDraft.ts'
import { refuseUnlessPossible } from './possible.ts'
import { recordReview } from './recordReview.ts'
import { readSituation } from './situation.ts'

/**
 * Gives a draft in review, or one that is approved, back to be written in, with what has to change. It decides
 * nothing, so anybody who writes policies may, also who sent it.
 * @throws NOT_FOUND; REVISION_IMMUTABLE; VERSION_CONFLICT; INVALID_TRANSITION
 */
export async function returnToDraft(
  tx: Tx,
  by: Staff,
  now: Date,
  id: string,
  { version, comments }: ReturnRevision,
) {
  const draft = await lockDraft(tx, id)
  await refuseStale(tx, 'revisions', id, version, draft)
  refuseUnlessPossible('return', await readSituation(tx, by, now, draft))
  await tx
    .update(revisions)
    .set({ state: 'draft', version: version + 1, updatedAt: now })
    .where(eq(revisions.id, id))
  const { contentSha256 } = draft
  await recordReview(tx, by, now, { revisionId: id, act: 'return', comments, contentSha256 })
  await append(tx, { by, now, act: 'return', noun: 'revisions', id, details: { contentSha256 } })
}
