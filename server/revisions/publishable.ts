import type { Tx } from '../database/connect.ts'
import type { revisions } from '../database/schema/revisions.ts'
import { Refused } from '../errors.ts'
import { latestPosted } from './latestPosted.ts'
import { baseOutdated } from './refusals.ts'

type Draft = Pick<typeof revisions.$inferSelect, 'policyId' | 'body' | 'baseRevisionId' | 'contentSha256'>

/**
 * A text that says something else than what was posted last, and starts from it.
 * @returns what was posted last, or null before the first
 * @throws INVALID without a text; BASE_OUTDATED if another revision was posted since the draft started; NOTHING_CHANGED
 */
export async function refuseUnpublishable(tx: Tx, draft: Draft) {
  if (draft.body.trim() === '') throw new Refused('INVALID', { errors: { body: 'This is needed.' } })
  const latest = await latestPosted(tx, draft.policyId)
  if (latest && draft.baseRevisionId !== latest.id) throw baseOutdated(latest)
  if (latest?.contentSha256 === draft.contentSha256) {
    throw new Refused('NOTHING_CHANGED', { values: { number: latest.number } })
  }
  return latest
}
