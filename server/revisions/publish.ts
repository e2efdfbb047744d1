import { eq } from 'drizzle-orm'
import type { PublishRevision } from '../../contract/revisions.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { policies, revisions } from '../database/schema.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import { refuseStale } from '../refuseStale.ts'
import { latestPosted } from './latestPosted.ts'
import { lockDraft } from './lockDraft.ts'
import { baseOutdated } from './refusals.ts'

/**
 * Posts a draft: number, text, end of its predecessor and event in one transaction. It takes effect at the instant of
 * posting ("go into effect immediately upon being posted"), never before, and never changes again. What was compared
 * is looked at before the version, so that a sentence saved meanwhile is called by its name.
 * @throws NOT_FOUND; REVISION_IMMUTABLE; INVALID_TRANSITION
 * @throws REVIEWED_TEXT_DIFFERS if the text is not the one that was compared; VERSION_CONFLICT
 * @throws DEVIATION_REQUIRED if another instant of effect is asked for
 * @throws BASE_OUTDATED if another revision was posted since the draft started; NOTHING_CHANGED
 */
export async function publish(tx: Tx, by: Staff, now: Date, id: string, input: PublishRevision) {
  const policyId = await lockPolicyOf(tx, id)
  const draft = await lockDraft(tx, id)
  if (input.reviewedSha256 !== draft.contentSha256) {
    const { contentSha256, version } = draft
    throw new Refused('REVIEWED_TEXT_DIFFERS', { details: { contentSha256, version } })
  }
  await refuseStale(tx, 'revisions', id, input.version, draft)
  if (input.effectiveAt !== undefined) throw new Refused('DEVIATION_REQUIRED')
  if (draft.body.trim() === '') throw new Refused('INVALID', { errors: { body: 'This is needed.' } })

  const latest = await latestPosted(tx, policyId)
  if (latest && draft.baseRevisionId !== latest.id) throw baseOutdated(latest)
  if (latest?.contentSha256 === draft.contentSha256) {
    throw new Refused('NOTHING_CHANGED', { values: { number: latest.number } })
  }

  const at = postingInstant(now, latest)
  const number = (latest?.number ?? 0) + 1
  if (latest) await tx.update(revisions).set({ supersededAt: at }).where(eq(revisions.id, latest.id))
  await tx
    .update(revisions)
    .set({
      state: 'published',
      number,
      changeSummary: input.changeSummary,
      publishedBy: by.id,
      publishedAt: at,
      effectiveAt: at,
      version: draft.version + 1,
      updatedAt: now,
    })
    .where(eq(revisions.id, id))
  const { contentSha256 } = draft
  await append(tx, {
    by,
    now,
    act: 'publish',
    noun: 'revisions',
    id,
    details: { policyId, number, contentSha256 },
  })
}

/** Holds the policy first, so that of two who publish at once the second finds the first one's revision. */
async function lockPolicyOf(tx: Tx, revisionId: string): Promise<string> {
  const [revision] = await tx
    .select({ policyId: revisions.policyId })
    .from(revisions)
    .where(eq(revisions.id, revisionId))
  if (!revision) throw new Refused('NOT_FOUND')
  const { policyId } = revision
  await tx.select({ id: policies.id }).from(policies).where(eq(policies.id, policyId)).for('update')
  return policyId
}

/** A server whose clock is behind must not post into its predecessor's time. */
function postingInstant(now: Date, latest: { publishedAt: Date } | null): Date {
  return new Date(Math.max(now.getTime(), latest ? latest.publishedAt.getTime() + 1 : 0))
}
