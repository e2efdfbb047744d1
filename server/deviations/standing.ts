import type { Deviation } from '../../contract/deviations.ts'

type Dated = Pick<Deviation, 'state'> & { startsAt: Date | null; endsAt: Date | null; endedAt: Date | null }

/** Where a deviation stands at an instant. No job ever starts or ends one. */
export function standingOf(deviation: Dated, at: Date): Deviation['standing'] {
  const { state, startsAt } = deviation
  if (state === 'draft' || state === 'discarded') return state
  const over = overAt(deviation)
  if (over !== null && over <= at) return 'over'
  return startsAt !== null && startsAt <= at ? 'running' : 'coming'
}

/** From when on it does not run any more, or null until further notice. */
export function overAt({ endsAt, endedAt }: Pick<Dated, 'endsAt' | 'endedAt'>): Date | null {
  if (endsAt === null || endedAt === null) return endedAt ?? endsAt
  return endedAt < endsAt ? endedAt : endsAt
}
