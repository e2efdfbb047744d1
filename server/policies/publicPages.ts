import { type Context, Hono } from 'hono'
import type { Deps } from '../access.ts'
import { fromDatabase } from '../errors.ts'
import { answerTo } from './answerTo.ts'
import { inForceAmong, parseAsked } from './atInstant.ts'
import { comparePage } from './comparePage.ts'
import { deviationsPage } from './deviationsPage.ts'
import { atomFeed, jsonFeed } from './feed.ts'
import { entriesOf } from './feedEntries.ts'
import { html } from './html.ts'
import { indexPage } from './indexPage.ts'
import { keepLast } from './keepLast.ts'
import { keptPolicies } from './keptPolicies.ts'
import { missingPage, noSuchPage } from './missingPage.ts'
import { notYetPage } from './notYetPage.ts'
import { type Packed, pack } from './packed.ts'
import { publicPolicy, time } from './page.ts'
import { policyPage } from './policyPage.ts'
import { publicTexts } from './publicTexts.ts'
import { type PublicPolicy, type PublicRevision, readPublicPolicies } from './readPublic.ts'
import { shareReads } from './shareReads.ts'
import type { Shown } from './standing.ts'
import { style } from './style.ts'

const key = ':key{[a-z][a-z0-9_]+}'

/**
 * Asked about again each time, so that a publication shows in the same second. An old text stays as it is, but its page
 * names the policy and the address for questions as they are now.
 */
const current = { cache: 'public, no-cache' }
/** Its address changes with it. */
const sheet = { cache: 'public, max-age=86400', type: 'text/css' }
const atom = { ...current, type: 'application/atom+xml' }
const json = { ...current, type: 'application/feed+json' }

type Options = Pick<Deps, 'db' | 'now'> & { publicUrl?: string }

/**
 * The policies as everybody may read them, under /policy: without signing in, without a script and without the
 * application's own build ("Policy may change at any time … and will be posted", promises 19 to 21).
 */
export function publicPages({ db, now, publicUrl }: Options): Hono {
  const pages = new Hono()
  const policyOf = keptPolicies(db)
  const policiesNow = shareReads(() => readPublicPolicies(db, now()))
  const lists = keepLast<Packed>(1)
  const texts = publicTexts(db)
  const styleSheet = pack(style)

  pages.onError((error, c) => {
    if (fromDatabase(error)?.code !== 'DATABASE_UNAVAILABLE') throw error
    const why = html`The policies cannot be read at the moment. Try again shortly.`
    return inWords(c, 503, missingPage('Not available', why), { 'Retry-After': '2' })
  })

  pages.get('/', async (c) => {
    const listed = await policiesNow('all')
    const page = await lists(JSON.stringify(listed), async () => pack(indexPage(listed)))
    return send(c, page, current)
  })
  pages.get('/style.css', (c) => send(c, styleSheet, sheet))
  pages.get(`/${key}`, async (c) => {
    const kept = await policyOf(c.req.param('key'))
    const at = now()
    if (!kept) return missing(c)
    const { policy } = kept
    const revision = inForceAmong(policy.revisions, at)
    const page = await kept.page('now', at, () =>
      revision ? pageOf(policy, revision, { as: 'current', now: at }) : notYetPage(policy, at),
    )
    return send(c, page, current)
  })
  pages.get(`/${key}/deviations`, async (c) => {
    const kept = await policyOf(c.req.param('key'))
    if (!kept) return missing(c)
    const at = now()
    const page = await kept.page('deviations', at, () => deviationsPage(kept.policy, at))
    return send(c, page, current)
  })
  pages.get(`/${key}/revisions/:number{[1-9][0-9]*}`, async (c) => {
    const kept = await policyOf(c.req.param('key'))
    const at = now()
    const revision = kept?.policy.revisions.find(({ number }) => number === Number(c.req.param('number')))
    if (!kept || !revision) return missing(c)
    const page = await kept.page(`revision ${revision.number}`, at, () =>
      pageOf(kept.policy, revision, { as: 'revision', now: at }),
    )
    return send(c, page, current)
  })
  pages.get(`/${key}/at/:instant`, async (c) => {
    const kept = await policyOf(c.req.param('key'))
    if (!kept) return missing(c)
    const { policy } = kept
    const at = now()
    const asked = parseAsked(c.req.param('instant'), at)
    if (!asked) return missing(c, missingPage('No such day', notAnInstant))
    const revision = inForceAmong(policy.revisions, asked.at)
    if (revision) {
      const name = `at ${asked.day ?? asked.at.toISOString()}`
      const page = await kept.page(name, at, () => pageOf(policy, revision, { as: 'at', asked }))
      return send(c, page, current)
    }
    const first = policy.revisions.at(-1)
    const why = html`No revision of ${policy.title} was in force then. ${first ? html`The first one took effect on ${time(first.effectiveAt)}.` : null}`
    return missing(c, missingPage('Nothing was in force', why))
  })
  pages.get(`/${key}/compare/:older{[1-9][0-9]*}/:newer{[1-9][0-9]*}`, async (c) => {
    const kept = await policyOf(c.req.param('key'))
    const numbered = (wanted: string) =>
      kept?.policy.revisions.find(({ number }) => number === Number(wanted))
    const older = numbered(c.req.param('older'))
    const newer = numbered(c.req.param('newer'))
    if (!kept || !older || !newer) return missing(c)
    const { policy } = kept
    const page = await kept.page(`compare ${older.number} ${newer.number}`, now(), async () =>
      comparePage(policy, {
        older,
        newer,
        changes: await texts.changesBetween(older, newer, policy.language),
      }),
    )
    return send(c, page, current)
  })
  pages.get(`/${key}/feed.atom`, async (c) => {
    const kept = await policyOf(c.req.param('key'))
    if (!kept) return missing(c)
    const { policy } = kept
    const origin = originOf(c)
    const feed = await kept.page(`atom ${origin}`, now(), async () =>
      atomFeed(policy, await entriesOf(policy, texts.textOf), origin),
    )
    return send(c, feed, atom)
  })
  pages.get(`/${key}/feed.json`, async (c) => {
    const kept = await policyOf(c.req.param('key'))
    if (!kept) return missing(c)
    const { policy } = kept
    const origin = originOf(c)
    const feed = await kept.page(`json ${origin}`, now(), async () =>
      jsonFeed(policy, await entriesOf(policy, texts.textOf), origin),
    )
    return send(c, feed, json)
  })
  pages.get('*', (c) => {
    const { pathname } = new URL(c.req.url)
    return pathname.endsWith('/') ? c.redirect(pathname.replace(/\/+$/, ''), 301) : missing(c)
  })
  pages.all('*', (c) => {
    const page = missingPage('Only for reading', html`A public page can be read and nothing else.`)
    return inWords(c, 405, page, { Allow: 'GET, HEAD' })
  })
  return pages

  /** Feeds are read away from their page, so that their addresses name the host. */
  function originOf(c: Context) {
    return publicUrl ?? new URL(c.req.url).origin
  }

  async function pageOf(policy: PublicPolicy, revision: PublicRevision, shown: Shown) {
    return policyPage(policy, revision, await texts.textOf(revision), shown)
  }
}

const notAnInstant = html`Ask for a day or an instant that has come, such as 2026-03-02 or 2026-03-02T09:30:00Z.`

type Kind = Parameters<typeof answerTo>[2]

/** A page in the form that suits the reader, or nothing but its headers to who has it already. */
async function send(c: Context, page: Packed, kind: Kind) {
  const asked = { accepts: c.req.header('Accept-Encoding'), has: c.req.header('If-None-Match') }
  const { headers, body } = await answerTo(asked, page, kind)
  return body ? c.body(body, 200, headers) : c.body(null, 304, headers)
}

/** A page that is not there is not kept by anybody: it may be there the next moment. */
const missing = (c: Context, page = noSuchPage()) => inWords(c, 404, page, { 'Cache-Control': 'no-store' })

/** What stands in a page's place, with why. */
function inWords(c: Context, status: 404 | 405 | 503, page: string, headers: Record<string, string>) {
  return c.html(page, status, { ...headers, 'Content-Security-Policy': publicPolicy })
}
