import { and, eq } from 'drizzle-orm'
import type { BringBack } from '../../contract/revisions.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { versions } from '../database/schema/revisions.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import { refuseStale } from '../refuseStale.ts'
import { lockDraft } from './lockDraft.ts'
import { refuseUnlessPossible } from './possible.ts'
import { saveWords } from './saveWords.ts'
import { readSituation } from './situation.ts'

/**
 * Saves anew what an earlier version of the draft said; what it says now becomes a version in turn. The base stays,
 * since the words of a version do not tell what was merged after it.
 * @throws NOT_FOUND; REVISION_IMMUTABLE; INVALID_TRANSITION; VERSION_CONFLICT; INVALID if it is no version of this draft
 */
export async function bringBack(tx: Tx, by: Staff, now: Date, id: string, { version, versionId }: BringBack) {
  const draft = await lockDraft(tx, id)
  refuseUnlessPossible('edit', await readSituation(tx, by, now, draft))
  await refuseStale(tx, 'revisions', id, version, draft)
  const { body, changeSummary, changeKind } = versions
  const [kept] = await tx
    .select({ body, changeSummary, changeKind })
    .from(versions)
    .where(and(eq(versions.id, versionId), eq(versions.revisionId, id)))
  if (!kept) throw new Refused('INVALID', { errors: { versionId: 'This draft has no such version.' } })

  const byHandBefore = { ...draft, savedByHand: true }
  const { fields } = await saveWords(tx, by, now, byHandBefore, kept, { byHand: true })
  if (fields.length === 0) return
  await append(tx, { by, now, act: 'bringBack', noun: 'revisions', id, fields, details: { versionId } })
}
