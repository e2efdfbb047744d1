import { eq } from 'drizzle-orm'
import type { PublishRevision } from '../../contract/revisions.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { policies } from '../database/schema/policies.ts'
import { revisions } from '../database/schema/revisions.ts'
import { defer, endOvertaken } from '../deviations/defer.ts'
import { Refused } from '../errors.ts'
import { appendAll } from '../events/append.ts'
import type { Entry } from '../events/entry.ts'
import { refuseStale } from '../refuseStale.ts'
import { effectOf } from './effect.ts'
import { passLints } from './lints/passLints.ts'
import { lockDraft } from './lockDraft.ts'
import { refuseUnlessPossible } from './possible.ts'
import { refuseUnpublishable } from './publishable.ts'
import { refuseOtherText } from './refusals.ts'
import { readSituation } from './situation.ts'
import { supersede, takeOver } from './takeOver.ts'

/**
 * Posts a draft: number, text, end of its predecessor and event in one transaction. It takes effect at the instant of
 * posting ("go into effect immediately upon being posted"), or later together with the notice that says so; never
 * before, and it never changes again. What was compared is looked at before the version.
 * @throws NOT_FOUND; REVISION_IMMUTABLE
 * @throws REVIEWED_TEXT_DIFFERS if the text is not the one that was compared; VERSION_CONFLICT
 * @throws INVALID_TRANSITION before it is approved, where publishing takes two persons; SECOND_PERSON_REQUIRED
 * @throws DEVIATION_REQUIRED if a later instant of effect is asked for without its notice; INVALID
 * @throws BASE_OUTDATED if another revision was posted since the draft started; NOTHING_CHANGED; LINT_FAILED
 */
export async function publish(tx: Tx, by: Staff, now: Date, id: string, input: PublishRevision) {
  const policyId = await lockPolicyOf(tx, id)
  const draft = await lockDraft(tx, id)
  refuseOtherText(draft, input.reviewedSha256)
  await refuseStale(tx, 'revisions', id, input.version, draft)
  const situation = await readSituation(tx, by, now, draft)
  refuseUnlessPossible('publish', situation)
  const { changeSummary } = input
  if (situation.twoPersons && changeSummary !== draft.changeSummary) {
    const approved = 'Another summary was approved. Return the draft to change it.'
    throw new Refused('INVALID', { errors: { changeSummary: approved } })
  }
  effectOf(input, now)
  const latest = await refuseUnpublishable(tx, draft)
  const at = postingInstant(now, latest)
  const effect = effectOf(input, at)
  const overridden = await passLints(tx, by, now, draft, input)

  const number = (latest?.number ?? 0) + 1
  await supersede(tx, latest, effect)
  await tx
    .update(revisions)
    .set({
      state: 'published',
      number,
      changeSummary,
      publishedBy: by.id,
      publishedAt: at,
      effectiveAt: effect,
      version: draft.version + 1,
      updatedAt: now,
    })
    .where(eq(revisions.id, id))
  const overtaken = await takeOver(tx, { id, policyId, at, effect })
  const entries: Entry[] = await endOvertaken(tx, by, now, { at, policyId, number, overtaken })
  if (input.deviation) {
    const posted = { id, policyId, at, effectiveAt: effect }
    entries.push(await defer(tx, by, now, posted, input.deviation))
  }

  const { contentSha256 } = draft
  const details = {
    policyId,
    number,
    contentSha256,
    ...(overridden.length > 0 ? { overridden: overridden.join('+') } : {}),
    ...(effect > at ? { effectiveAt: effect.toISOString() } : {}),
  }
  await appendAll(tx, [{ by, now, act: 'publish', noun: 'revisions', id, details }, ...entries])
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
