import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import { type Deps, type Env, sameSite, signedIn } from './access.ts'
import { addresses } from './addresses/routes.ts'
import { answerError } from './answerError.ts'
import { apiDocs, docsPolicy } from './apiDocs.ts'
import { batches } from './batches/routes.ts'
import { atMost } from './bodySize.ts'
import type { Caller } from './caller.ts'
import { changes } from './changes/routes.ts'
import { colleagues } from './colleagues/routes.ts'
import { customers } from './customers/routes.ts'
import { decisions } from './decisions/routes.ts'
import { deviations } from './deviations/routes.ts'
import { disclosures } from './disclosures/routes.ts'
import { Refused } from './errors.ts'
import { events } from './events/routes.ts'
import { items } from './items/routes.ts'
import { insteadOfDeleting } from './kept.ts'
import { type NounSpec, nounRoutes } from './nounRoutes.ts'
import { openApiDocument } from './openApi.ts'
import { publicPages } from './policies/publicPages.ts'
import { policies } from './policies/routes.ts'
import { purchases } from './purchases/routes.ts'
import { requestLog } from './requestLog.ts'
import { revisions } from './revisions/routes.ts'
import { settings } from './shopSettings/routes.ts'
import { versions } from './versions/routes.ts'
import { views } from './views/routes.ts'

export type AppOptions = Deps & {
  identify: (headers: Headers) => Promise<Caller | null>
  log: Logger
  /** True when the database answers and its migrations are current. */
  ready: () => Promise<boolean>
  /** The routes of /api/session. */
  door?: Hono
  /** The files of the staff SPA. */
  pages?: Hono
  publicUrl?: string
}

const nouns: readonly NounSpec<object, object>[] = [
  customers,
  changes,
  addresses,
  purchases,
  batches,
  items,
  disclosures,
  decisions,
  policies,
  revisions,
  deviations,
  settings,
  versions,
  colleagues,
  views,
  events,
]

const closedPolicy = "default-src 'none'; frame-ancestors 'none'"

/** The whole front door, apart from the listener: /api, the public policy pages, and the staff SPA everywhere else. */
export function createApp(options: AppOptions) {
  const { db, now, log, identify, door, pages, ready, publicUrl } = options
  const app = new Hono<Env>()
  app.onError(answerError({ db, now, log }))
  app.notFound(() => {
    throw new Refused('NOT_FOUND')
  })

  app.use(requestId({ limitLength: 80 }), requestLog(log))
  app.use(
    secureHeaders({
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: publicUrl?.startsWith('https:')
        ? 'max-age=63072000; includeSubDomains'
        : false,
    }),
    async (c, next) => {
      await next()
      const { headers } = c.res
      // Pages bring a policy of their own; everything else may load and run nothing. Set on the answer as it is:
      // c.header() would make it anew.
      if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', closedPolicy)
    },
  )
  app.get('/healthz', (c) => c.json({ status: 'up' }))
  app.get('/readyz', async (c) => {
    if (!(await ready())) throw new Refused('DATABASE_UNAVAILABLE')
    return c.json({ status: 'ready' })
  })
  app.route('/policy', publicPages(options))

  const small = atMost(64)
  const large = atMost(256)

  app.use('/api/*', async (c, next) => {
    await next()
    const { headers } = c.res
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  })
  app.get('/api/openapi.json', (c) => c.json(openApiDocument(nouns)))
  app.get('/api/docs', (c) => c.html(apiDocs(nouns), 200, { 'Content-Security-Policy': docsPolicy }))
  if (door) {
    app.use('/api/session/*', sameSite(publicUrl), small)
    app.route('/api/session', door)
  }
  app.use('/api/*', signedIn(identify), sameSite(publicUrl))
  app.use('/api/*', (c, next) => {
    // Looking for a body makes the whole request anew, and what only reads has none.
    if (c.req.method === 'GET') return next()
    return c.req.path.startsWith('/api/revisions') ? large(c, next) : small(c, next)
  })
  app.delete('/api/*', (c) => {
    throw new Refused('DELETE_NOT_ALLOWED', { values: { instead: insteadOfDeleting(c.req.path) } })
  })
  for (const noun of nouns) app.route(`/api/${noun.noun}`, nounRoutes(options, noun))

  if (pages) app.route('/', pages)
  return app
}
