import { SessionOver } from '../../http.ts'
import { statusOf } from '../../problem.ts'

/** The line is down, or the server stumbles: the same words may be taken a moment later. */
export function isPassing(failure: unknown): boolean {
  if (failure instanceof SessionOver) return false
  const status = statusOf(failure) ?? 0
  return status === 0 || status === 429 || status >= 500
}
