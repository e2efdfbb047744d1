import { Refused } from '../errors.ts'

// Serialization failure, deadlock; connection exceptions; the database shutting down, crashing or starting.
const passing = /^(40001|40P01|08...|57P0[1-3])$/
/** The tables of the record; a rule of another's (SQLSTATE class 23) is broken by the write that goes with its event. */
const ofTheRecord: ReadonlySet<string> = new Set(['events', 'event_heads', 'openings'])

/**
 * Waits for a statement that writes an event and fails closed. What a retry heals, and a lost connection, pass
 * through as they are: they concern the whole request and are answered as such.
 * @throws AUDIT_UNAVAILABLE for every other fault of the database, but for a rule that the written record itself breaks
 */
export async function orAuditUnavailable<T>(written: PromiseLike<T>): Promise<T> {
  try {
    return await written
  } catch (error) {
    const fault = saidByServer(error)
    if (fault === null || passing.test(fault.state)) throw error
    if (fault.state.startsWith('23') && fault.table !== null && !ofTheRecord.has(fault.table)) throw error
    const refusal = new Refused('AUDIT_UNAVAILABLE')
    refusal.cause = error
    throw refusal
  }
}

// Drizzle wraps the driver's error. Only what the server itself said has a severity: else the line is gone.
function saidByServer(error: unknown): { state: string; table: string | null } | null {
  if (!(error instanceof Error)) return null
  if ('severity' in error && 'code' in error && typeof error.code === 'string') {
    const table = 'table' in error && typeof error.table === 'string' ? error.table : null
    return { state: error.code, table }
  }
  return saidByServer(error.cause)
}
