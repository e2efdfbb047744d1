import { type Context, Hono } from 'hono'
import type { Deps } from '../access.ts'
import { fromDatabase } from '../errors.ts'
import { answerTo } from './answerTo.ts'
import { deviationsPage } from './deviationsPage.ts'
import { atomFeed, jsonFeed } from './feed.ts'
import { entriesOf } from './feedEntries.ts'
import { html } from './html.ts'
import { indexPage } from './indexPage.ts'
import { keepLast } from './keepLast.ts'
import { keptPolicies } from './keptPolicies.ts'
import { missingPage, noSuchPage } from './missingPage.ts'
import { type Packed, pack } from './packed.ts'
import { publicPolicy } from './page.ts'
import {
  comparedPage,
  type Found,
  inForcePage,
  pageAsOf,
  type Reading,
  revisionPage,
} from './publicRevisions.ts'
import { publicTexts } from './publicTexts.ts'
import { readPublicPolicies } from './readPublic.ts'
import { shareReads } from './shareReads.ts'
import { style } from './style.ts'

const key = ':key{[a-z][a-z0-9_]+}'
const numbered = (name: string) => `:${name}{[1-9][0-9]*}`

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
export function publicPages(options: Options): Hono {
  const pages = new Hono()
  pages.onError((error, c) => {
    if (fromDatabase(error)?.code !== 'DATABASE_UNAVAILABLE') throw error
    const why = html`The policies cannot be read at the moment. Try again shortly.`
    return inWords(c, 503, missingPage('Not available', why), { 'Retry-After': '2' })
  })
  addIndex(pages, options)
  addPolicies(pages, options)
  pages.get('*', (c) => {
    const { pathname } = new URL(c.req.url)
    return pathname.endsWith('/') ? c.redirect(pathname.replace(/\/+$/, ''), 301) : missing(c)
  })
  pages.all('*', (c) => {
    const page = missingPage('Only for reading', html`A public page can be read and nothing else.`)
    return inWords(c, 405, page, { Allow: 'GET, HEAD' })
  })
  return pages
}

function addIndex(pages: Hono, { db, now }: Options) {
  const policiesNow = shareReads(() => readPublicPolicies(db, now()))
  const lists = keepLast<Packed>(1)
  const styleSheet = pack(style)
  pages.get('/', async (c) => {
    const listed = await policiesNow('all')
    const page = await lists(JSON.stringify(listed), async () => pack(indexPage(listed)))
    return send(c, page, current)
  })
  pages.get('/style.css', (c) => send(c, styleSheet, sheet))
}

/** What stands below the address of each policy. */
function addPolicies(pages: Hono, { db, now, publicUrl }: Options) {
  const policyOf = keptPolicies(db)
  const texts = publicTexts(db)
  type Find = (reading: Reading, c: Context) => Found | Promise<Found>

  add('', current, inForcePage)
  add('/deviations', current, ({ kept, at }) =>
    kept.page('deviations', at, () => deviationsPage(kept.policy, at)),
  )
  add(`/revisions/${numbered('number')}`, current, (reading, c) => revisionPage(reading, given(c, 'number')))
  add('/at/:instant', current, (reading, c) => pageAsOf(reading, given(c, 'instant')))
  add(`/compare/${numbered('older')}/${numbered('newer')}`, current, (reading, c) =>
    comparedPage(reading, { older: given(c, 'older'), newer: given(c, 'newer') }),
  )
  add('/feed.atom', atom, ({ kept, at }, c) => {
    const origin = originOf(c)
    return kept.page(`atom ${origin}`, at, async () =>
      atomFeed(kept.policy, await entriesOf(kept.policy, texts.textOf), origin),
    )
  })
  add('/feed.json', json, ({ kept, at }, c) => {
    const origin = originOf(c)
    return kept.page(`json ${origin}`, at, async () =>
      jsonFeed(kept.policy, await entriesOf(kept.policy, texts.textOf), origin),
    )
  })

  function add(path: string, kind: Kind, find: Find) {
    pages.get(`/${key}${path}`, async (c) => {
      const kept = await policyOf(given(c, 'key'))
      const found = kept && (await find({ kept, texts, at: now() }, c))
      if (!found) return missing(c)
      return 'instead' in found ? missing(c, found.instead) : send(c, found, kind)
    })
  }

  /** Feeds are read away from their page, so that their addresses name the host. */
  function originOf(c: Context) {
    return publicUrl ?? new URL(c.req.url).origin
  }
}

const given = (c: Context, name: string): string => c.req.param(name) ?? ''

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
