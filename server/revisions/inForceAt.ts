import { Refused } from '../errors.ts'
import type { Filter } from '../lists/listSpec.ts'
import { parseAsked } from '../policies/atInstant.ts'
import { inForceAt as bindsAt } from '../policies/inForce.ts'

/**
 * `filter={"inForceAt": …}`: what was promised then, one revision of each policy at most. A day stands for its end in
 * UTC, or for now while it lasts, as at `/policy/{key}/at/{day}`.
 * @throws BAD_QUERY if it is neither an instant nor a day, or has not come yet
 */
export const inForceAt: Filter = (value, name, { now }) => {
  const asked = typeof value === 'string' ? parseAsked(value, now) : null
  if (asked) return bindsAt(asked.at)
  const fault = `${name} takes a day or an instant that has come, such as 2026-03-02 or 2026-03-02T09:30:00Z.`
  throw new Refused('BAD_QUERY', { values: { fault } })
}
