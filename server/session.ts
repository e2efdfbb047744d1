import { Hono } from 'hono'
import type { Logger } from 'pino'
import { backgroundHeader } from '../contract/backgroundHeader.ts'
import type { Caller } from './caller.ts'
import type { Db } from './database/connect.ts'
import { trustedProxies } from './session/address.ts'
import { sessionCookie } from './session/cookie.ts'
import { sessionDoor } from './session/door.ts'
import { signInCounter } from './session/failures.ts'
import { identifier } from './session/identify.ts'

type SessionOptions = {
  db: Db
  /** Keys the hashes under which failed sign-ins are counted; the same on every server. */
  secret: Buffer
  now: () => Date
  /** True when people reach Steward over https. */
  secureCookies: boolean
  /** Whether the demonstration accounts may be shown on the sign-in page. */
  demo: boolean
  log: Logger
  /** Addresses and subnets of the proxies in front of Steward. */
  proxies?: readonly string[]
}

/** Everything about who is signed in: how a request is told whose it is, and the routes of /api/session. */
export function createSession({ db, secret, now, secureCookies, demo, log, proxies = [] }: SessionOptions) {
  const cookie = sessionCookie(secureCookies)
  const identifyByToken = identifier(db)

  async function identify(headers: Headers): Promise<Caller | null> {
    const token = cookie.read(headers)
    if (token === undefined) return null
    return identifyByToken(now(), token, headers.get(backgroundHeader) === 'true')
  }

  const counter = signInCounter(db, secret, log)
  const door = new Hono()
  const routes = sessionDoor({
    db,
    now,
    identify,
    cookie,
    counter,
    proxies: trustedProxies(proxies),
    demo,
  })
  door.route('/', routes)
  return { identify, door, holdsSession: (headers: Headers) => cookie.read(headers) !== undefined }
}
