import { eq } from 'drizzle-orm'
import type { EditRevision } from '../../contract/revisions.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { revisions } from '../database/schema.ts'
import { append } from '../events/append.ts'
import { refuseStale } from '../refuseStale.ts'
import { contentSha256 } from './contentSha256.ts'
import { latestPosted } from './latestPosted.ts'
import { lockDraft } from './lockDraft.ts'
import { recordEditor } from './recordEditor.ts'
import { baseOutdated } from './refusals.ts'

/**
 * Changes the given fields of a draft and nothing else; whoever does is one of its editors from then on. A draft is
 * put on a new base only by naming the revision posted last, once its changes are merged.
 * @throws NOT_FOUND; REVISION_IMMUTABLE; INVALID_TRANSITION; VERSION_CONFLICT; BASE_OUTDATED
 */
export async function editRevision(
  tx: Tx,
  by: Staff,
  now: Date,
  id: string,
  { version, ...input }: EditRevision,
) {
  const draft = await lockDraft(tx, id)
  await refuseStale(tx, 'revisions', id, version, draft)
  if (input.baseRevisionId !== undefined && input.baseRevisionId !== draft.baseRevisionId) {
    const latest = await latestPosted(tx, draft.policyId)
    if (input.baseRevisionId !== latest?.id) throw baseOutdated(latest)
  }
  const fields = (
    ['body', 'changeKind', 'changeSummary', 'reasonInternal', 'baseRevisionId'] as const
  ).filter((field) => input[field] !== undefined && input[field] !== draft[field])
  if (fields.length === 0) return

  const body = input.body ?? draft.body
  await tx
    .update(revisions)
    .set({ ...input, contentSha256: contentSha256(body), version: version + 1, updatedAt: now })
    .where(eq(revisions.id, id))
  await recordEditor(tx, by, now, id)
  await append(tx, { by, now, act: 'edit', noun: 'revisions', id, fields })
}
