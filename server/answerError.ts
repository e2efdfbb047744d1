import type { ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { errors } from '../contract/errors.ts'
import type { Env } from './access.ts'
import type { Db } from './database/connect.ts'
import { fromDatabase, isAudited, problem, Refused, sqlState } from './errors.ts'
import { recordRefusal } from './events/refusals.ts'

type Options = { db: Db; now: () => Date; log: Logger }

/** Every error becomes problem+json here and nowhere else; a refusal of a signed-in person becomes an event. */
export function answerError({ db, now, log }: Options): ErrorHandler<Env> {
  return async (error, c) => {
    const { requestId, by } = c.var
    let refused = asRefused(error)
    if (refused.code === 'INTERNAL' || refused.code === 'OUTCOME_UNKNOWN')
      log.error(
        { requestId, path: c.req.path, state: sqlState(error), err: nameless(causeOf(error)) },
        refused.code === 'INTERNAL' ? 'unexpected error' : 'whether a write is kept is not known',
      )
    if (refused.code === 'DATABASE_UNAVAILABLE')
      log.warn({ requestId, state: sqlState(error) }, 'the database does not answer')

    const isByRole = refused.code === 'NOT_FOUND' && c.var.hidden === true
    if (by && (isAudited(refused.code) || isByRole)) {
      const { noun, id, act } = target(c.req.method, c.req.path)
      const code = isByRole ? 'FORBIDDEN' : refused.code
      try {
        await recordRefusal(db, { by, now: now(), act, noun, id, code })
      } catch (fault) {
        refused = asRefused(fault)
      }
    }
    c.set('refusal', refused)
    const { status } = errors[refused.code]
    if (status === 503) c.header('Retry-After', '2')
    if (status === 429) c.header('Retry-After', String(refused.extra.details?.retryAfter ?? 60))
    if (refused.code === 'DELETE_NOT_ALLOWED') c.header('Allow', 'GET, HEAD, PUT, POST')
    c.header('Cache-Control', 'no-store')
    return c.body(JSON.stringify(problem(refused, requestId)), status, {
      'Content-Type': 'application/problem+json',
    })
  }
}

const causeOf = (error: unknown) => (error instanceof Refused ? error.cause : error)

function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error
  if (error instanceof HTTPException && error.status === 413)
    return new Refused('TOO_LARGE', { values: { limit: 'size' } })
  return fromDatabase(error) ?? new Refused('INTERNAL')
}

/** Where an error arose, without the values that a database's or a parser's text may quote. */
function nameless(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error }
  return { name: error.name, at: error.stack?.split('\n').slice(1, 6).join('\n') }
}

function target(method: string, path: string) {
  const [, , noun = 'unknown', id = null, verb] = path.split('/')
  const byMethod: Record<string, string> = {
    GET: id ? 'show' : 'list',
    POST: 'create',
    PUT: 'edit',
    DELETE: 'delete',
  }
  const word = (text: string) => (/^[A-Za-z]\w{0,40}$/.test(text) ? text : 'unknown')
  return { noun: word(noun), id, act: word(verb ?? byMethod[method] ?? 'unknown') }
}
