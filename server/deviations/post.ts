import { eq } from 'drizzle-orm'
import type { PostDeviation } from '../../contract/deviations.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { deviations } from '../database/schema/deviations.ts'
import { append } from '../events/append.ts'
import { refuseStale } from '../refuseStale.ts'
import { refuseUnpostable } from './dates.ts'
import { lockDraft } from './lockDeviation.ts'

/**
 * Posts a deviation for everybody ("Any specific deviation from this will be posted"). It runs from the posting or from
 * a later instant, never from an earlier one, and its words never change again.
 * @throws NOT_FOUND; DEVIATION_IMMUTABLE; INVALID_TRANSITION; VERSION_CONFLICT
 * @throws INVALID if it would be back-dated, or has neither an end nor a day to look at it again
 */
export async function post(tx: Tx, by: Staff, now: Date, id: string, { version }: PostDeviation) {
  const draft = await lockDraft(tx, id)
  await refuseStale(tx, 'deviations', id, version, draft)
  refuseUnpostable(draft, now)
  await tx
    .update(deviations)
    .set({
      state: 'posted',
      startsAt: draft.startsAt ?? now,
      postedBy: by.id,
      postedAt: now,
      version: version + 1,
      updatedAt: now,
    })
    .where(eq(deviations.id, id))
  const { policyId, kind } = draft
  await append(tx, { by, now, act: 'post', noun: 'deviations', id, details: { policyId, kind } })
}
