import type { Run } from './act.ts'
import { isTransient, Refused } from './errors.ts'

/**
 * Follows a write to its end. Past its last statement a lost line leaves open whether it is kept, since the COMMIT may
 * be through; and when the record cannot be read back, it is kept.
 * @returns the same act, and what to throw for an error: OUTCOME_UNKNOWN where nobody can say that nothing was changed
 */
export function followed(run: Run): { run: Run; told: (error: unknown) => unknown } {
  let isThrough = false
  return {
    run: async (tx, by, now, id) => {
      isThrough = false
      const answer = await run(tx, by, now, id)
      isThrough = true
      return answer
    },
    told: (error) => {
      if (!isThrough || error instanceof Refused || isTransient(error)) return error
      const unknown = new Refused('OUTCOME_UNKNOWN')
      unknown.cause = error
      return unknown
    },
  }
}
