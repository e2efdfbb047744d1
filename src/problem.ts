import { HttpError } from 'react-admin'
import { type ErrorCode, errors, type Problem } from '../contract/errors.ts'
import { NotArrived } from './errors/NotArrived.ts'

/** What the server answered in words, or null where it was no answer of ours (a proxy's page, a broken line). */
export function problemOf(error: unknown): Problem | null {
  return error instanceof HttpError && isProblem(error.body) ? error.body : null
}

export function hasCode(error: unknown, code: ErrorCode): boolean {
  return problemOf(error)?.code === code
}

/** What the server answered by number; 0 where nothing came back at all. */
export function statusOf(error: unknown): number | null {
  if (error instanceof NotArrived) return 0
  return error instanceof HttpError ? error.status : null
}

function isProblem(body: unknown): body is Problem {
  if (body === null || typeof body !== 'object' || !('code' in body)) return false
  return typeof body.code === 'string' && Object.hasOwn(errors, body.code)
}
