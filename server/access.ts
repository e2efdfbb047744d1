import type { Context, MiddlewareHandler } from 'hono'
import { isSecret, may, needsStepUp, stepUpMinutes } from '../contract/permissions.ts'
import type { Caller, Staff } from './caller.ts'
import type { Db } from './database/connect.ts'
import { Refused } from './errors.ts'

/** What every route is made with; there is no other state. */
export type Deps = {
  db: Db
  now: () => Date
  /** Keys the hashes of searched terms in events. */
  searchKey: Buffer
  /** Hears of a noun that was written to, once the transaction is through. */
  wrote?: (noun: string) => void
}

export type Env = {
  Variables: { requestId: string; caller: Caller; by: Staff; refusal?: Refused; hidden?: boolean }
}

/** The first door of /api: who is calling. @throws NOT_SIGNED_IN */
export function signedIn(identify: (headers: Headers) => Promise<Caller | null>): MiddlewareHandler<Env> {
  return async (c, next) => {
    const caller = await identify(c.req.raw.headers)
    if (!caller) throw new Refused('NOT_SIGNED_IN')
    const { id, name, role, session } = caller
    c.set('caller', caller)
    c.set('by', { kind: 'staff', id, name, role, session, requestId: c.var.requestId })
    await next()
  }
}

/**
 * The second door: may this role do this, and was the password typed recently enough for an act that decides.
 * @throws FORBIDDEN, or NOT_FOUND where a role must not learn that such records exist; STEP_UP_REQUIRED
 */
export function allow(c: Context<Env>, now: Date, noun: string, verb: string) {
  const { caller, by } = c.var
  if (!may(by.role, noun, verb)) {
    const hidden = isSecret(noun) && !may(by.role, noun, 'list')
    c.set('hidden', hidden)
    throw new Refused(hidden ? 'NOT_FOUND' : 'FORBIDDEN')
  }
  const minutes = (now.getTime() - caller.authenticatedAt.getTime()) / 60_000
  if (needsStepUp(noun, verb) && minutes > stepUpMinutes) throw new Refused('STEP_UP_REQUIRED')
}

/**
 * Refuses what another site sends in our staff's name, whatever its content type: by Fetch Metadata where the browser
 * sends it, else by Origin; neither is no browser of ours.
 * @throws CROSS_SITE_REFUSED
 */
export function sameSite(publicUrl?: string): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return next()
    const site = c.req.header('Sec-Fetch-Site')
    const origin = c.req.header('Origin')
    const own = publicUrl ? new URL(publicUrl).host : (c.req.header('Host') ?? new URL(c.req.url).host)
    const isOwnSite = site === undefined || site === 'same-origin'
    const isOwnOrigin = origin === undefined || hostOf(origin) === own
    if (!isOwnSite || !isOwnOrigin || (site === undefined && origin === undefined))
      throw new Refused('CROSS_SITE_REFUSED')
    await next()
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
