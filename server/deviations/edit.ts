import { eq } from 'drizzle-orm'
import type { EditDeviation } from '../../contract/deviations.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { deviations } from '../database/schema/deviations.ts'
import { append } from '../events/append.ts'
import { refuseStale } from '../refuseStale.ts'
import { asDate } from './create.ts'
import { refuseOddDates } from './dates.ts'
import { lockDraft } from './lockDeviation.ts'

/**
 * Changes the given fields of a draft and nothing else.
 * @throws NOT_FOUND; DEVIATION_IMMUTABLE; INVALID_TRANSITION; VERSION_CONFLICT; INVALID
 */
export async function editDeviation(
  tx: Tx,
  by: Staff,
  now: Date,
  id: string,
  { version, ...input }: EditDeviation,
) {
  const draft = await lockDraft(tx, id)
  await refuseStale(tx, 'deviations', id, version, draft)
  const next = {
    kind: input.kind ?? draft.kind,
    text: input.text ?? draft.text,
    appliesTo: input.appliesTo ?? draft.appliesTo,
    startsAt: input.startsAt === undefined ? draft.startsAt : asDate(input.startsAt),
    endsAt: input.endsAt === undefined ? draft.endsAt : asDate(input.endsAt),
    reviewOn: input.reviewOn === undefined ? draft.reviewOn : input.reviewOn,
  }
  refuseOddDates(next)
  const fields = (['kind', 'text', 'appliesTo', 'startsAt', 'endsAt', 'reviewOn'] as const).filter(
    (field) => String(next[field]) !== String(draft[field]),
  )
  if (fields.length === 0) return
  await tx
    .update(deviations)
    .set({ ...next, version: version + 1, updatedAt: now })
    .where(eq(deviations.id, id))
  await append(tx, { by, now, act: 'edit', noun: 'deviations', id, fields })
}
