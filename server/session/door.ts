import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { RequestIdVariables } from 'hono/request-id'
import type { z } from 'zod'
import { permissionsOf } from '../../contract/permissions.ts'
import { type Session, SignIn, StepUp } from '../../contract/session.ts'
import { parseBody, readJson } from '../body.ts'
import type { Caller, Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { Refused } from '../errors.ts'
import { addressOf, type trustedProxies } from './address.ts'
import type { sessionCookie } from './cookie.ts'
import { demoAccounts } from './demoAccounts.ts'
import type { SignInCounter } from './failures.ts'
import { limits } from './limits.ts'
import { signIn } from './signIn.ts'
import { signOut } from './signOut.ts'
import { stepUp } from './stepUp.ts'

type Env = { Bindings: Partial<HttpBindings>; Variables: RequestIdVariables }

type DoorOptions = {
  db: Db
  now: () => Date
  identify: (headers: Headers) => Promise<Caller | null>
  cookie: ReturnType<typeof sessionCookie>
  counter: SignInCounter
  proxies: ReturnType<typeof trustedProxies>
  demo: boolean
}

/** The routes of /api/session: who am I, sign in, sign out, and the password once more. */
export function sessionDoor({ db, now, identify, cookie, counter, proxies, demo }: DoorOptions): Hono<Env> {
  const door = new Hono<Env>()

  door.get('/', async (c) => c.json(answer(await signedIn(c))))

  door.post('/', async (c) => {
    const input = await body(c, SignIn)
    const { caller, token } = await signIn(db, counter, now(), input, {
      address: from(c),
      requestId: c.get('requestId'),
      token: cookie.read(c.req.raw.headers),
      // Everybody who tries the demonstration shares its accounts.
      parallel: demo ? Number.MAX_SAFE_INTEGER : limits.parallel,
    })
    c.header('Set-Cookie', cookie.set(token))
    return c.json(answer(caller))
  })

  door.delete('/', async (c) => {
    const caller = await identify(c.req.raw.headers)
    if (caller !== null) await signOut(db, acting(c, caller), now())
    c.header('Set-Cookie', cookie.clear())
    // Not "storage": it would take the theme, the columns and unsaved drafts of policies along.
    c.header('Clear-Site-Data', '"cache"')
    return c.body(null, 204)
  })

  door.post('/step-up', async (c) => {
    const caller = await signedIn(c)
    const input = await body(c, StepUp)
    const renewed = await stepUp(db, counter, now(), caller, acting(c, caller), input, from(c))
    c.header('Set-Cookie', cookie.set(renewed.token))
    return c.json(answer(renewed.caller))
  })

  door.get('/demo', (c) => {
    if (!demo) throw new Refused('NOT_FOUND')
    return c.json(demoAccounts)
  })

  return door

  async function signedIn(c: Context<Env>): Promise<Caller> {
    const caller = await identify(c.req.raw.headers)
    if (caller === null) throw new Refused('NOT_SIGNED_IN')
    return caller
  }

  function from(c: Context<Env>): string {
    return addressOf(c.env?.incoming?.socket.remoteAddress, c.req.header('X-Forwarded-For'), proxies)
  }
}

async function body<Schema extends z.ZodType>(c: Context<Env>, schema: Schema): Promise<z.output<Schema>> {
  const type = c.req.header('Content-Type') ?? ''
  if (!/^application\/json(;|$)/i.test(type)) throw new Refused('UNSUPPORTED_MEDIA_TYPE')
  return parseBody(schema, readJson(await c.req.text()))
}

function acting(c: Context<Env>, { id, name, role, session }: Caller): Staff {
  return { kind: 'staff', id, name, role, session, requestId: c.get('requestId') }
}

function answer({ id, name, email, role }: Caller): Session {
  return { id, name, email, role, permissions: permissionsOf(role) }
}
