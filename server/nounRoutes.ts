import { Hono } from 'hono'
import { v7 } from 'uuid'
import type { z } from 'zod'
import type { Noun } from '../contract/permissions.ts'
import { allow, type Deps, type Env } from './access.ts'
import type { Act } from './act.ts'
import type { Staff } from './caller.ts'
import type { Db } from './database/connect.ts'
import { Refused } from './errors.ts'
import { append } from './events/append.ts'
import { recordOpening, recordSearch } from './events/openings.ts'
import { parseQuery } from './lists/listQuery.ts'
import type { ListSpec } from './lists/listSpec.ts'
import { contentRange, readPage } from './lists/readPage.ts'
import { nounWrites } from './nounWrites.ts'
import { wellFormed } from './wellFormed.ts'

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

/** The routes of one noun in the dialect of simple-rest: list, one, create, edit and a verb for each act. */
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
    if (query.q !== null && spec.searchIsEvent) {
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
  const { post, put } = nounWrites(deps, noun, existing)
  if (create) routes.post('/', (c) => post(c, 'create', create, v7()))
  for (const [verb, act] of Object.entries(spec.acts ?? {})) {
    routes.post(`/:id/${verb}`, (c) => post(c, verb, act, c.req.param('id')))
  }
  if (edit) routes.put('/:id', (c) => put(c, edit, c.req.param('id')))
  return routes

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
