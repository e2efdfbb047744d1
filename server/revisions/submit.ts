import { eq } from 'drizzle-orm'
import type { SubmitRevision } from '../../contract/revisions.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { revisions } from '../database/schema/revisions.ts'
import { append } from '../events/append.ts'
import { refuseStale } from '../refuseStale.ts'
import { lockDraft } from './lockDraft.ts'
import { refuseUnlessPossible } from './possible.ts'
import { refuseUnpublishable } from './publishable.ts'
import { recordReview } from './recordReview.ts'
import { saveWords } from './saveWords.ts'
import { readSituation } from './situation.ts'

/**
 * Sends a draft for review. From then on nobody changes it until it is returned, so that what is approved is what was
 * sent.
 * @throws NOT_FOUND; REVISION_IMMUTABLE; VERSION_CONFLICT; INVALID_TRANSITION where publishing takes one person
 * @throws INVALID without a text; BASE_OUTDATED; NOTHING_CHANGED
 */
export async function submit(tx: Tx, by: Staff, now: Date, id: string, input: SubmitRevision) {
  const { version, changeSummary, comments } = input
  const draft = await lockDraft(tx, id)
  await refuseStale(tx, 'revisions', id, version, draft)
  refuseUnlessPossible('submit', await readSituation(tx, by, now, draft))
  await refuseUnpublishable(tx, draft)
  const { fields } = await saveWords(tx, by, now, draft, { changeSummary }, { byHand: true })
  await tx
    .update(revisions)
    .set({ state: 'in_review', version: version + (fields.length > 0 ? 2 : 1), updatedAt: now })
    .where(eq(revisions.id, id))
  const { contentSha256 } = draft
  await recordReview(tx, by, now, { revisionId: id, act: 'submit', comments, contentSha256 })
  const written = fields.length > 0 ? { fields } : {}
  await append(tx, { by, now, act: 'submit', noun: 'revisions', id, ...written, details: { contentSha256 } })
}
