import { fetchUtils, HttpError } from 'react-admin'
import { backgroundHeader } from '../contract/backgroundHeader.ts'
import { isUntouched } from './activity.ts'
import { hasCode } from './problem.ts'
import type { Proof } from './session/proof.ts'

/** `quiet` asks nobody for anything: what the page does by itself must not take the keys from under somebody's hands. */
type Options = fetchUtils.Options & { quiet?: boolean }
export type Http = (url: string, options?: Options) => ReturnType<typeof fetchUtils.fetchJson>

/** The session is over, and nobody was asked to sign in again yet. */
export class SessionOver extends Error {}

/** Asks the person in place for what the server misses; false when they would rather not. */
export type Prove = (proof: Proof) => Promise<boolean>

/**
 * One way to the server. When the session is over, or an act needs the password once more, the page stays as it is,
 * the person proves who they are, and the very same request (with its Idempotency-Key) goes out again.
 */
export function createHttp({ prove }: { prove: Prove }): Http {
  return async function http(url: string, { quiet = false, ...options }: Options = {}) {
    try {
      return await send(url, options)
    } catch (error) {
      const proof = missing(error)
      if (quiet && proof === 'signIn') throw new SessionOver()
      if (!proof || !(await prove(proof))) throw error
      return send(url, options)
    }
  }
}

function missing(error: unknown): Proof | null {
  if (hasCode(error, 'NOT_SIGNED_IN')) return 'signIn'
  return hasCode(error, 'STEP_UP_REQUIRED') ? 'stepUp' : null
}

async function send(url: string, options: fetchUtils.Options) {
  const headers = new Headers(options.headers)
  headers.set('Accept', 'application/json')
  if (isUntouched()) headers.set(backgroundHeader, 'true')
  try {
    return await fetchUtils.fetchJson(url, { ...options, headers })
  } catch (error) {
    // fetch says TypeError, and nothing more, when the line is down.
    throw error instanceof TypeError ? new HttpError('steward.errors.unreachable', 0) : error
  }
}
