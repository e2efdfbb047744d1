import { eq } from 'drizzle-orm'
import type { ApproveRevision } from '../../contract/revisions.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { revisions } from '../database/schema/revisions.ts'
import { append } from '../events/append.ts'
import { refuseStale } from '../refuseStale.ts'
import { lockDraft } from './lockDraft.ts'
import { refuseUnlessPossible } from './possible.ts'
import { refuseUnpublishable } from './publishable.ts'
import { recordReview } from './recordReview.ts'
import { refuseOtherText } from './refusals.ts'
import { readSituation } from './situation.ts'

/**
 * A second person approves the text that they read, and no other: the hash of it is kept with the approval.
 * @throws NOT_FOUND; REVISION_IMMUTABLE; REVIEWED_TEXT_DIFFERS; VERSION_CONFLICT
 * @throws INVALID_TRANSITION unless it is in review; SECOND_PERSON_REQUIRED; BASE_OUTDATED; NOTHING_CHANGED
 */
export async function approve(tx: Tx, by: Staff, now: Date, id: string, input: ApproveRevision) {
  const { version, reviewedSha256, comments } = input
  const draft = await lockDraft(tx, id)
  refuseOtherText(draft, reviewedSha256)
  await refuseStale(tx, 'revisions', id, version, draft)
  refuseUnlessPossible('approve', await readSituation(tx, by, now, draft))
  await refuseUnpublishable(tx, draft)
  await tx
    .update(revisions)
    .set({ state: 'ready', version: version + 1, updatedAt: now })
    .where(eq(revisions.id, id))
  const { contentSha256 } = draft
  await recordReview(tx, by, now, { revisionId: id, act: 'approve', comments, contentSha256 })
  await append(tx, { by, now, act: 'approve', noun: 'revisions', id, details: { contentSha256 } })
}
