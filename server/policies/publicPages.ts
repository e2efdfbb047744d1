import { type Context, Hono } from 'hono'
import { compareTexts } from '../../contract/comparison/compareTexts.ts'
import { renderMarkdown } from '../../contract/markdown.ts'
import type { Deps } from '../access.ts'
import { fromDatabase } from '../errors.ts'
import { inForceAmong, parseAsked } from './atInstant.ts'
import { comparePage, comparison } from './comparePage.ts'
import { atomFeed, jsonFeed } from './feed.ts'
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

/** As many revisions as a feed carries; older ones are at their permanent addresses. */
const mostEntries = 30

type Options = Pick<Deps, 'db' | 'now'> & { publicUrl?: string }

/**
 * The policies as everybody may read them, under /policy: without signing in, without a script and without the
 * application's own build ("Policy may change at any time … and will be posted", promises 19 to 21).
 */
export function publicPages({ db, now, publicUrl }: Options): Hono {
  const pages = new Hono()
  const kept = keepRendered()
  const keptComparisons = keepRendered()

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
  pages.get(`/${key}/compare/:older{[1-9][0-9]*}/:newer{[1-9][0-9]*}`, async (c) => {
    const policy = await readPublicPolicy(db, c.req.param('key'))
    const numbered = (wanted: string) => policy?.revisions.find(({ number }) => number === Number(wanted))
    const older = numbered(c.req.param('older'))
    const newer = numbered(c.req.param('newer'))
    if (!policy || !older || !newer) return missing(c)
    const changes = await changesBetween(older, newer, policy.language)
    return answer(c, comparePage(policy, { older, newer, changes }), final)
  })
  pages.get(`/${key}/feed.atom`, async (c) => {
    const feed = await entriesOf(c.req.param('key'))
    if (!feed) return missing(c)
    return answer(c, atomFeed(feed.policy, feed.entries, originOf(c)), current, 'application/atom+xml')
  })
  pages.get(`/${key}/feed.json`, async (c) => {
    const feed = await entriesOf(c.req.param('key'))
    if (!feed) return missing(c)
    return answer(c, jsonFeed(feed.policy, feed.entries, originOf(c)), current, 'application/feed+json')
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
    return policyPage(policy, revision, await textOf(revision), shown)
  }

  function textOf({ id, contentSha256 }: PublicRevision) {
    return kept(contentSha256, async () => new Html(renderMarkdown(await readPublicText(db, id))))
  }

  async function entriesOf(key: string) {
    const policy = await readPublicPolicy(db, key)
    if (!policy) return null
    const newest = policy.revisions.slice(0, mostEntries)
    const entries = newest.map(async (revision) => ({ revision, text: await textOf(revision) }))
    return { policy, entries: await Promise.all(entries) }
  }

  /** Feeds are read away from their page, so that their addresses name the host. */
  function originOf(c: Context) {
    return publicUrl ?? new URL(c.req.url).origin
  }

  function changesBetween(older: PublicRevision, newer: PublicRevision, language: string) {
    return keptComparisons(`${older.contentSha256} ${newer.contentSha256} ${language}`, async () => {
      const [before, after] = await Promise.all([readPublicText(db, older.id), readPublicText(db, newer.id)])
      return comparison(compareTexts(before, after), language)
    })
  }
}

const notAnInstant = html`Ask for a day or an instant that has come, such as 2026-03-02 or 2026-03-02T09:30:00Z.`

function missing(c: Context) {
  return send(c, 404, noSuchPage(), { 'Cache-Control': 'no-store' })
}

function answer(c: Context, body: string, cache: string, type = 'text/html') {
  const etag = etagOf(body)
  const headers = { ETag: etag, 'Cache-Control': cache, 'Content-Security-Policy': publicPolicy }
  // What a reader keeps takes its headers from this answer too, so that it has to carry all of them.
  if (hasAlready(c.req.header('If-None-Match'), etag)) return c.body(null, 304, headers)
  return c.body(body, 200, { ...headers, 'Content-Type': `${type}; charset=UTF-8` })
}

function send(c: Context, status: 404 | 405 | 503, page: string, headers: Record<string, string>) {
  return c.html(page, status, { ...headers, 'Content-Security-Policy': publicPolicy })
}
