import type { Context } from 'hono'
import type { Noun } from '../contract/permissions.ts'
import { allow, type Deps, type Env } from './access.ts'
import type { Act, Run } from './act.ts'
import { readJson, type Stated, takeStatement } from './body.ts'
import type { Staff } from './caller.ts'
import type { Tx } from './database/connect.ts'
import { Refused } from './errors.ts'
import { recordCardWaivers } from './events/cardWaivers.ts'
import { recordSearch } from './events/openings.ts'
import { inTransaction, once, type Request } from './once.ts'
import { followed } from './outcome.ts'
import { wellFormed } from './wellFormed.ts'

/** How the acts of one noun are carried out; each answers with the whole record as it stands then. */
export function nounWrites<One extends object>(
  { db, now, searchKey, wrote }: Deps,
  noun: Noun,
  existing: (by: Staff, id: string) => Promise<One>,
) {
  return { post, put }

  /** @throws IDEMPOTENCY_KEY_REQUIRED; OUTCOME_UNKNOWN; and whatever the act refuses */
  async function post(c: Context<Env>, verb: string, act: Act, id: string) {
    const { by } = c.var
    allow(c, now(), noun, verb)
    const body = await bodyOf(c)
    const stated = takeStatement(readJson(body))
    const { run, told } = prepare(noun, act, stated)
    const key = keyOf(c)
    const at = now()
    const search = act.searches?.(stated.body)
    if (search) await recordSearch(db, { by, now: at, ...search, key: searchKey })
    const status = verb === 'create' ? 201 : 200
    const request: Request = { key, status, noun, id: wellFormed(id), path: c.req.path, body }
    const write = (tx: Tx) => run(tx, by, at, id)
    try {
      return await (act.replayed ? keptOnce(c, at, request, write) : answered(c, write))
    } catch (error) {
      throw told(error)
    }
  }

  /** What the act answers in the record's place is for this reader now, and kept by nobody. */
  async function answered(c: Context<Env>, write: Write) {
    const answer = await inTransaction(db, write)
    c.header('Cache-Control', 'no-store')
    return c.json(answer)
  }

  async function keptOnce(c: Context<Env>, at: Date, request: Request, write: Write) {
    const { by } = c.var
    const done = await once(db, by, at, request, write)
    if (done.replayed) c.header('Idempotency-Replayed', 'true')
    else wrote?.(noun)
    return c.json(await existing(by, done.id), request.status)
  }

  /** @throws OUTCOME_UNKNOWN; and whatever the correction refuses */
  async function put(c: Context<Env>, edit: Act, given: string) {
    const { by } = c.var
    allow(c, now(), noun, 'edit')
    const { run, told } = prepare(noun, edit, takeStatement(readJson(await bodyOf(c))))
    const id = wellFormed(given)
    try {
      await inTransaction(db, (tx) => run(tx, by, now(), id))
      return c.json(await existing(by, id))
    } catch (error) {
      throw told(error)
    }
  }
}

type Write = (tx: Tx) => Promise<object | undefined>

/** The act with its body checked, and what it passed by statement, in one transaction. */
function prepare(noun: Noun, act: Act, stated: Stated) {
  const { run, waived } = act.parse(stated)
  if (waived.length === 0) return followed(run)
  const withWaivers: Run = async (tx, by, now, id) => {
    const answer = await run(tx, by, now, id)
    await recordCardWaivers(tx, { by, now, noun, id, waived })
    return answer
  }
  return followed(withWaivers)
}

async function bodyOf(c: Context<Env>): Promise<string> {
  const type = c.req.header('Content-Type') ?? ''
  if (!/^application\/json(;|$)/i.test(type)) throw new Refused('UNSUPPORTED_MEDIA_TYPE')
  return c.req.text()
}

function keyOf(c: Context<Env>): string {
  const key = c.req.header('Idempotency-Key')
  if (!key || key.length > 200) throw new Refused('IDEMPOTENCY_KEY_REQUIRED')
  return key
}
