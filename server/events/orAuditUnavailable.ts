import { Refused } from '../errors.ts'

// Serialization failure, deadlock; connection exceptions; the database shutting down, crashing or starting.
const passing = /^(40001|40P01|08...|57P0[1-3])$/

/**
 * Waits for a statement that writes an event and fails closed. What a retry heals, and a lost connection, pass
 * through as they are: they concern the whole request and are answered as such.
 * @throws AUDIT_UNAVAILABLE for every other fault of the database
 */
export async function orAuditUnavailable<T>(written: PromiseLike<T>): Promise<T> {
  try {
    return await written
  } catch (error) {
    const state = sqlState(error)
    if (state === undefined || passing.test(state)) throw error
    const refusal = new Refused('AUDIT_UNAVAILABLE')
    refusal.cause = error
    throw refusal
  }
}

// Drizzle wraps the driver's error. Only what the server itself said has a severity: else the line is gone.
function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('severity' in error && 'code' in error && typeof error.code === 'string') return error.code
  return sqlState(error.cause)
}
