import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { firstCustomers } from '../contract/firstRows.ts'

/** The hash is that of the empty string: emotion opens an empty style element and fills it through the CSSOM. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default steward-policy',
].join('; ')

const aYear = 'public, max-age=31536000, immutable'
const aDay = 'public, max-age=86400'
const kept = new Set(['index.html', 'mockServiceWorker.js'])
/** What a page asks for first, where it is the same for all who open it: it is on its way before the code that asks. */
const askedFirst = new Map([['/customers', firstCustomers]])
const elsewhere = /^\/(api|policy|assets)(\/|$)/

type Options = {
  dist: string
  /** Whether a browser may be signed in; for others there is nothing to ask. */
  holdsSession?: (headers: Headers) => boolean
}

/**
 * The files of the staff SPA as `vite build` left them in `dist`: hashed assets for good and pre-compressed, any path
 * without a file ending is the application's own page, all else is missing. The worker of the server-less demo is
 * never served, whatever lies in the folder: it would answer in the server's place.
 * @throws ENOENT when `dist` holds no build
 * @see docs/decisions/010-content-security.md
 */
export function createPages({ dist, holdsSession = () => false }: Options): Hono {
  const index = readFileSync(join(dist, 'index.html'), 'utf8')
  const pages = new Hono()

  pages.use('/assets/*', cacheFor(aYear), serveStatic({ root: dist, precompressed: true }))
  for (const file of publicFiles(dist)) {
    pages.use(`/${file}`, cacheFor(aDay), serveStatic({ root: dist, precompressed: true }))
  }
  pages.get('*', (c) => {
    const isPage =
      c.req.path === '/index.html' || !c.req.path.slice(c.req.path.lastIndexOf('/')).includes('.')
    if (!isPage || elsewhere.test(c.req.path)) return c.notFound()
    const first = new URL(c.req.url).search === '' ? askedFirst.get(c.req.path) : undefined
    return c.html(index, 200, {
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': pagePolicy,
      Vary: 'Cookie',
      ...(first &&
        holdsSession(c.req.raw.headers) && { Link: `<${first}>; rel=preload; as=fetch; crossorigin` }),
    })
  })
  return pages
}

function publicFiles(dist: string): string[] {
  return readdirSync(dist, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => entry.name)
    .filter((name) => !kept.has(name))
}

/** Says how long an answer may be kept, once there is one, and that it differs by what the browser can unpack. */
function cacheFor(length: string): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (c.res.status >= 400) return
    c.header('Cache-Control', length)
    c.header('Vary', 'Accept-Encoding')
  }
}
