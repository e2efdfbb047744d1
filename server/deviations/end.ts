import { eq } from 'drizzle-orm'
import type { EndDeviation } from '../../contract/deviations.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { deviations } from '../database/schema/deviations.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import { refuseStale } from '../refuseStale.ts'
import { lockDeviation } from './lockDeviation.ts'
import { standingOf } from './standing.ts'

/**
 * Ends a posted deviation earlier than it says, with a note that the public reads from then on. It stays in the
 * archive. A deferred effect keeps its notice: another revision is how that is changed.
 * @throws NOT_FOUND; INVALID_TRANSITION unless it runs or is to come; VERSION_CONFLICT
 */
export async function end(tx: Tx, by: Staff, now: Date, id: string, { version, note }: EndDeviation) {
  const deviation = await lockDeviation(tx, id)
  const why = refusalToEnd(deviation, now)
  if (why) throw new Refused('INVALID_TRANSITION', { values: { why } })
  await refuseStale(tx, 'deviations', id, version, deviation)
  await tx
    .update(deviations)
    .set({
      state: 'ended',
      endedBy: by.id,
      endedAt: now,
      endNote: note,
      version: version + 1,
      updatedAt: now,
    })
    .where(eq(deviations.id, id))
  await append(tx, { by, now, act: 'end', noun: 'deviations', id, details: { policyId: deviation.policyId } })
}

function refusalToEnd(deviation: typeof deviations.$inferSelect, now: Date): string | null {
  const standing = standingOf(deviation, now)
  if (standing === 'draft') return 'This deviation is not posted. Discard the draft instead.'
  if (standing === 'discarded') return 'This draft was discarded.'
  if (standing === 'over') return 'This deviation is over already.'
  if (deviation.kind === 'deferred_effect')
    return 'This notice stands until its revision takes effect. Publish another revision to change that.'
  return null
}
