import { type Context, Hono } from 'hono'
import { v7 } from 'uuid'
import type { z } from 'zod'
import type { Noun } from '../contract/permissions.ts'
import { allow, type Deps, type Env } from './access.ts'
import type { Act, Run } from './act.ts'
import { readJson, type Stated, takeStatement } from './body.ts'
import type { Staff } from './caller.ts'
import type { Db } from './database/connect.ts'
import { Refused } from './errors.ts'
import { append } from './events/append.ts'
import { recordCardWaivers } from './events/cardWaivers.ts'
import { recordOpening, recordSearch } from './events/openings.ts'
import { isId } from './lists/ids.ts'
import { parseQuery } from './lists/listQuery.ts'
import type { ListSpec } from './lists/listSpec.ts'
import { inTransaction, once } from './once.ts'
import { contentRange, readPage } from './readPage.ts'

export type NounSpec<Row extends object, One extends object> = {
  noun: Noun
  row: z.ZodType
  one: z.ZodType
  list: ListSpec<Row>
  /** The whole record, or null where it does not exist for this reader. */
  read: (db: Db, by: Staff, now: Date, id: string) => Promise<One | null>
  /** Opening a record of this noun is an event; `customerId` is whose data is seen. */
  opened?(record: One): { customerId: string | null }
  /** Searching by `q` looks for people and is an event. */
  searchIsEvent?: boolean
  create?: Act
  edit?: Act
  acts?: Record<string, Act>
  /** What a record can be downloaded as, by the name of the file: CSV, whose taking is an event. */
  files?: Record<string, (db: Db, id: string) => AsyncGenerator<string>>
}

/** The routes of one noun in the dialect of api.md: list, one, create, edit and a verb for each act. */
export function nounRoutes<Row extends object, One extends object>(
  deps: Deps,
  spec: NounSpec<Row, One>,
): Hono<Env> {
  const { db, now, searchKey } = deps
  const { noun, list, opened } = spec
  const routes = new Hono<Env>()

  routes.get('/', async (c) => {
    const { by } = c.var
    allow(c, now(), noun, 'list')
    const isCounted = c.req.header('Prefer') !== 'count=none'
    const query = parseQuery(list, { by, now: now() }, new URL(c.req.url).searchParams, isCounted)
    if (query.q !== null && query.from === 0 && spec.searchIsEvent) {
      await recordSearch(db, { by, now: now(), noun, term: query.q, key: searchKey })
    }
    const page = await readPage(db, list, by, query, now())
    c.header('Content-Range', contentRange(list, page))
    if (page.capped) c.header('X-Total-Capped', 'true')
    const { q } = query
    return c.json(q === null || !list.withWhyFound ? page.rows : await list.withWhyFound(db, q, page.rows))
  })

  routes.get('/:id', async (c) => {
    const { by } = c.var
    allow(c, now(), noun, 'show')
    const record = await existing(by, c.req.param('id'))
    if (opened) await recordOpening(db, { by, now: now(), noun, id: c.req.param('id'), ...opened(record) })
    return c.json(record)
  })

  for (const [name, read] of Object.entries(spec.files ?? {})) {
    routes.get(`/:id/${name}`, async (c) => {
      const { by } = c.var
      allow(c, now(), noun, 'show')
      const id = wellFormed(c.req.param('id'))
      await existing(by, id)
      await db.transaction((tx) => append(tx, { by, now: now(), act: 'export', noun, id }))
      return c.body(streamOf(read(db, id)), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
      })
    })
  }

  const { create, edit } = spec
  if (create) routes.post('/', (c) => write(c, 'create', create, v7()))
  for (const [verb, act] of Object.entries(spec.acts ?? {})) {
    routes.post(`/:id/${verb}`, (c) => write(c, verb, act, c.req.param('id')))
  }
  if (edit) {
    routes.put('/:id', async (c) => {
      const { by } = c.var
      allow(c, now(), noun, 'edit')
      const run = prepare(edit, takeStatement(readJson(await bodyOf(c))))
      const id = wellFormed(c.req.param('id'))
      await inTransaction(db, (tx) => run(tx, by, now(), id))
      return c.json(await existing(by, id))
    })
  }
  return routes

  async function write(c: Context<Env>, verb: string, act: Act, id: string) {
    const { by } = c.var
    allow(c, now(), noun, verb)
    const body = await bodyOf(c)
    const stated = takeStatement(readJson(body))
    const run = prepare(act, stated)
    const key = c.req.header('Idempotency-Key')
    if (!key || key.length > 200) throw new Refused('IDEMPOTENCY_KEY_REQUIRED')
    const at = now()
    const search = act.searches?.(stated.body)
    if (search) await recordSearch(db, { by, now: at, ...search, key: searchKey })
    if (!act.replayed) {
      const answer = await inTransaction(db, (tx) => run(tx, by, at, wellFormed(id)))
      c.header('Cache-Control', 'no-store')
      return c.json(answer)
    }
    const status = verb === 'create' ? 201 : 200
    const request = { key, status, noun, id: wellFormed(id), path: c.req.path, body } as const
    const done = await once(db, by, at, request, (tx) => run(tx, by, at, id))
    if (done.replayed) c.header('Idempotency-Replayed', 'true')
    else deps.wrote?.(noun)
    return c.json(await existing(by, done.id), status)
  }

  /** The act with its body checked, and what it passed by statement, in one transaction. */
  function prepare(act: Act, stated: Stated): Run {
    const { run, waived } = act.parse(stated)
    if (waived.length === 0) return run
    return async (tx, by, now, id) => {
      const answer = await run(tx, by, now, id)
      await recordCardWaivers(tx, { by, now, noun, id, waived })
      return answer
    }
  }

  async function existing(by: Staff, id: string): Promise<One> {
    const record = await spec.read(db, by, now(), wellFormed(id))
    if (!record) throw new Refused('NOT_FOUND')
    return record
  }
}

/** Reads on only as fast as the other side takes it. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await texts.next()
      if (done) controller.close()
      else controller.enqueue(new TextEncoder().encode(value))
    },
    async cancel() {
      await texts.return(undefined)
    },
  })
}

function wellFormed(id: string): string {
  if (!isId(id)) throw new Refused('NOT_FOUND')
  return id
}

async function bodyOf(c: Context<Env>): Promise<string> {
  const type = c.req.header('Content-Type') ?? ''
  if (!/^application\/json(;|$)/i.test(type)) throw new Refused('UNSUPPORTED_MEDIA_TYPE')
  return c.req.text()
}
