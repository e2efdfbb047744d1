import { type ErrorCode, errors, errorText, type Problem } from '../contract/errors.ts'

type Extra = {
  values?: Record<string, string | number>
  errors?: Record<string, unknown>
  details?: Record<string, unknown>
}

/** A refusal of an act, a query or a body: its code's row in `contract/errors.ts` gives status and text. */
export class Refused extends Error {
  readonly code: ErrorCode
  readonly extra: Extra
  constructor(code: ErrorCode, extra: Extra = {}) {
    super(errorText(code, extra.values))
    this.code = code
    this.extra = extra
  }
}

/** The body of `application/problem+json` (RFC 9457); `message` and `errors` are what the screens read. */
export function problem(refused: Refused, requestId: string): Problem {
  const { status, title } = errors[refused.code]
  return {
    type: `urn:steward:${refused.code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    code: refused.code,
    message: refused.message,
    errors: { ...refused.extra.errors, root: { serverError: refused.message } },
    details: refused.extra.details ?? {},
    requestId,
  }
}

/** Refusals by role or rule, which are events; faults of shape go to the log alone. */
const auditedShapes: ReadonlySet<ErrorCode> = new Set([
  'FORBIDDEN',
  'NOT_YOURS',
  'DELETE_NOT_ALLOWED',
  'JUSTIFICATION_REQUIRED',
  'JUSTIFICATION_REPEATED',
  'DUE_IN_PAST',
  'CARD_NUMBER_NOT_ALLOWED',
  'DEVIATION_REQUIRED',
  'LINT_FAILED',
  'SUBJECT_UNDECIDED',
])
/** Whether a refusal by this code is an event. */
export const isAudited = (code: ErrorCode) => errors[code].status === 409 || auditedShapes.has(code)

/** SQLSTATEs after which the whole transaction may simply be tried again. */
const transient: ReadonlySet<string> = new Set(['40001', '40P01'])
/** Whether the whole transaction may simply be tried again. */
export const isTransient = (error: unknown) => transient.has(sqlState(error) ?? '')

/**
 * The refusal that a fault of the database amounts to, or null when it is a fault of ours.
 * The database's own text holds other people's values and never reaches an answer.
 */
export function fromDatabase(error: unknown): Refused | null {
  const state = sqlState(error)
  if (state === '22021' || state === '22P05') return new Refused('INVALID')
  if (state !== null && /^(08|53|57|25006|40|XX001)/.test(state)) return new Refused('DATABASE_UNAVAILABLE')
  if (isConnectionLoss(error)) return new Refused('DATABASE_UNAVAILABLE')
  return null
}

function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (
    'code' in error &&
    typeof error.code === 'string' &&
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(error.code)
  )
    return true
  if (
    /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Cannot use a pool after/.test(
      error.message,
    )
  )
    return true
  return error.cause !== undefined && isConnectionLoss(error.cause)
}

/** The SQLSTATE of a fault of the database, however deep it is wrapped, or null for any other. */
export function sqlState(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)) return error.code
  return sqlState(error.cause)
}

/** The name of the constraint that refused a row, or null. */
export function constraint(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint
  return constraint(error.cause)
}
