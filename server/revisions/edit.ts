import type { EditRevision } from '../../contract/revisions.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { append } from '../events/append.ts'
import { refuseStale } from '../refuseStale.ts'
import { latestPosted } from './latestPosted.ts'
import { lockDraft } from './lockDraft.ts'
import { refuseUnlessPossible } from './possible.ts'
import { baseOutdated } from './refusals.ts'
import { saveWords } from './saveWords.ts'
import { readSituation } from './situation.ts'

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
  { version, autosave, ...words }: EditRevision,
) {
  const draft = await lockDraft(tx, id)
  refuseUnlessPossible('edit', await readSituation(tx, by, now, draft))
  await refuseStale(tx, 'revisions', id, version, draft)
  if (words.baseRevisionId !== undefined && words.baseRevisionId !== draft.baseRevisionId) {
    const latest = await latestPosted(tx, draft.policyId)
    if (words.baseRevisionId !== latest?.id) throw baseOutdated(latest)
  }
  const { fields, isEvent } = await saveWords(tx, by, now, draft, words, { byHand: !autosave })
  if (isEvent) await append(tx, { by, now, act: 'edit', noun: 'revisions', id, fields })
}
