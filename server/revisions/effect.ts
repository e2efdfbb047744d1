import type { PublishRevision } from '../../contract/revisions.ts'
import { Refused } from '../errors.ts'

type Input = Pick<PublishRevision, 'effectiveAt' | 'deviation'>

/**
 * From when on a revision binds: from its posting ("go into effect immediately upon being posted"), or later, and then
 * only together with the notice that says so. Never before.
 * @throws DEVIATION_REQUIRED without the notice; INVALID if the instant does not lie ahead
 */
export function effectOf({ effectiveAt, deviation }: Input, at: Date): Date {
  if (effectiveAt === undefined) return at
  if (!deviation) throw new Refused('DEVIATION_REQUIRED')
  const effect = new Date(effectiveAt)
  if (effect <= at) {
    const ahead = 'This instant has passed. A revision takes effect when it is posted, or later.'
    throw new Refused('INVALID', { errors: { effectiveAt: ahead } })
  }
  return effect
}
