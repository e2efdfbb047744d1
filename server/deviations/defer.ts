import { and, eq, inArray } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { DeferredEffect } from '../../contract/deviations.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { deviations } from '../database/schema/deviations.ts'
import type { Entry } from '../events/entry.ts'

type Posted = { id: string; policyId: string; at: Date; effectiveAt: Date }

/**
 * Posts the notice of a revision that takes effect later than it is posted, in the transaction of its publication.
 * @returns the event to write with that of the publication
 */
export async function defer(
  tx: Tx,
  by: Staff,
  now: Date,
  { id: revisionId, policyId, at, effectiveAt }: Posted,
  { text, appliesTo }: DeferredEffect,
): Promise<Entry> {
  const id = v7()
  const kind = 'deferred_effect'
  await tx.insert(deviations).values({
    id,
    policyId,
    kind,
    state: 'posted',
    text,
    appliesTo,
    startsAt: at,
    endsAt: effectiveAt,
    revisionId,
    createdBy: by.id,
    postedBy: by.id,
    postedAt: at,
    createdAt: now,
    updatedAt: now,
  })
  return { by, now, act: 'post', noun: 'deviations', id, details: { policyId, kind } }
}

/**
 * Ends the notices of revisions that never take effect, because another one was posted that takes over before.
 * @returns the events to write with that of the publication
 */
export async function endOvertaken(
  tx: Tx,
  by: Staff,
  now: Date,
  { at, policyId, number, overtaken }: { at: Date; policyId: string; number: number; overtaken: string[] },
): Promise<Entry[]> {
  if (overtaken.length === 0) return []
  const ended = await tx
    .update(deviations)
    .set({
      state: 'ended',
      endedBy: by.id,
      endedAt: at,
      endNote: `Revision ${number} was posted and takes over before this one takes effect.`,
      version: 2,
      updatedAt: now,
    })
    .where(and(inArray(deviations.revisionId, overtaken), eq(deviations.state, 'posted')))
    .returning({ id: deviations.id })
  return ended.map(({ id }) => ({ by, now, act: 'end', noun: 'deviations', id, details: { policyId } }))
}
