import { type Context, Hono } from 'hono'
import { renderMarkdown } from '../../contract/markdown.ts'
import type { Deps } from '../access.ts'
import { fromDatabase } from '../errors.ts'
import { inForceAmong, parseAsked } from './atInstant.ts'
import { Html, html } from './html.ts'
import { indexPage } from './indexPage.ts'
import { etagOf, hasAlready, keepRendered } from './keepRendered.ts'
import { missingPage, noSuchPage } from './missingPage.ts'
import { publicPolicy, time } from './page.ts'
import { policyPage } from './policyPage.ts'
import {
  type PublicPolicy,
  type PublicRevision,
  readPublicPolicies,
  readPublicPolicy,
  readPublicText,
} from './readPublic.ts'
import type { Shown } from './standing.ts'
import { style } from './style.ts'

const key = ':key{[a-z][a-z0-9_]+}'

/** Asked about again each time, so that a publication shows in the same second. */
const current = 'public, no-cache'
/** The page of a superseded revision stays as it is. */
const final = 'public, max-age=3600'

/**
 * The policies as everybody may read them, under /policy: without signing in, without a script and without the
 * application's own build ("Policy may change at any time … and will be posted", promises 19 to 21).
 */
export function publicPages({ db, now }: Pick<Deps, 'db' | 'now'>): Hono {
  const pages = new Hono()
  const kept = keepRendered()

  pages.onError((error, c) => {
    if (fromDatabase(error)?.code !== 'DATABASE_UNAVAILABLE') throw error
    const why = html`The policies cannot be read at the moment. Try again shortly.`
    return send(c, 503, missingPage('Not available', why), { 'Retry-After': '2' })
  })

  pages.get('/', async (c) => answer(c, indexPage(await readPublicPolicies(db, now())), current))
  pages.get('/style.css', (c) =>
    c.body(style, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=86400',
    }),
  )
  pages.get(`/${key}`, async (c) => {
    const policy = await readPublicPolicy(db, c.req.param('key'))
    const revision = policy && inForceAmong(policy.revisions, now())
    if (!policy || !revision) return missing(c)
    return answer(c, await pageOf(policy, revision, { as: 'current' }), current)
  })
  pages.get(`/${key}/revisions/:number{[1-9][0-9]*}`, async (c) => {
    const policy = await readPublicPolicy(db, c.req.param('key'))
    const revision = policy?.revisions.find(({ number }) => number === Number(c.req.param('number')))
    if (!policy || !revision) return missing(c)
    const at = now()
    const isOver = revision.supersededAt !== null && revision.supersededAt <= at
    const shown = await pageOf(policy, revision, { as: 'revision', now: at })
    return answer(c, shown, isOver ? final : current)
  })
  pages.get(`/${key}/at/:instant`, async (c) => {
    const policy = await readPublicPolicy(db, c.req.param('key'))
    if (!policy) return missing(c)
    const asked = parseAsked(c.req.param('instant'), now())
    if (!asked) return send(c, 404, missingPage('No such day', notAnInstant), { 'Cache-Control': 'no-store' })
    const revision = inForceAmong(policy.revisions, asked.at)
    if (revision) return answer(c, await pageOf(policy, revision, { as: 'at', asked }), current)
    const first = policy.revisions.at(-1)
    const why = html`No revision of ${policy.title} was in force then. ${first ? html`The first one took effect on ${time(first.effectiveAt)}.` : null}`
    return send(c, 404, missingPage('Nothing was in force', why), { 'Cache-Control': 'no-store' })
  })
  pages.get('*', (c) => {
    const { pathname } = new URL(c.req.url)
    return pathname.endsWith('/') ? c.redirect(pathname.replace(/\/+$/, ''), 301) : missing(c)
  })
  pages.all('*', (c) =>
    send(c, 405, missingPage('Only for reading', html`A public page can be read and nothing else.`), {
      Allow: 'GET, HEAD',
    }),
  )
  return pages

  async function pageOf(policy: PublicPolicy, revision: PublicRevision, shown: Shown) {
    const { id, contentSha256 } = revision
    const text = await kept(contentSha256, async () => new Html(renderMarkdown(await readPublicText(db, id))))
    return policyPage(policy, revision, text, shown)
  }
}

const notAnInstant = html`Ask for a day or an instant that has come, such as 2026-03-02 or 2026-03-02T09:30:00Z.`

function missing(c: Context) {
  return send(c, 404, noSuchPage(), { 'Cache-Control': 'no-store' })
}

function answer(c: Context, page: string, cache: string) {
  const etag = etagOf(page)
  const headers = { ETag: etag, 'Cache-Control': cache }
  // What a reader keeps takes its headers from this answer too, so that it has to carry all of them.
  if (hasAlready(c.req.header('If-None-Match'), etag))
    return c.body(null, 304, { ...headers, 'Content-Security-Policy': publicPolicy })
  return send(c, 200, page, headers)
}

function send(c: Context, status: 200 | 404 | 405 | 503, page: string, headers: Record<string, string>) {
  return c.html(page, status, { ...headers, 'Content-Security-Policy': publicPolicy })
}
