import { createHash } from 'node:crypto'
import { html } from 'hono/html'
import type { NounSpec } from './nounRoutes.ts'

type Described = Pick<NounSpec<object, object>, 'noun' | 'create' | 'edit' | 'acts' | 'list' | 'files'>

const docsStyle =
  'body{font:14px/1.45 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}code{font-size:13px}dt{margin-top:.75rem}'

/** The page loads nothing at all: its few rules of style stand in it, and their hash in its policy. */
export const docsPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(docsStyle).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`

/** The reference page of the API, made from the nouns themselves. */
export function apiDocs(nouns: readonly Described[]) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Steward API</title>
    <style>${docsStyle}</style>
  </head>
  <body>
    <main>
      <h1>Steward API</h1>
      <p>The shapes of bodies and answers are in <a href="/api/openapi.json">the OpenAPI document</a>.</p>
      ${nouns.map(
        ({ noun, create, edit, acts = {}, list, files = {} }) => html`
          <h2>${noun}</h2>
          <dl>
            <dt><code>GET /api/${noun}</code></dt>
            <dd>sorts: ${names(list.sorts)}; filters: ${names(list.filters)}${list.search ? ', q' : ''}</dd>
            <dt><code>GET /api/${noun}/{id}</code></dt>
            ${Object.keys(files).map((name) => html`<dt><code>GET /api/${noun}/{id}/${name}</code></dt>`)}
            ${create ? html`<dt><code>POST /api/${noun}</code></dt>` : ''}
            ${edit ? html`<dt><code>PUT /api/${noun}/{id}</code></dt>` : ''}
            ${Object.keys(acts).map((verb) => html`<dt><code>POST /api/${noun}/{id}/${verb}</code></dt>`)}
          </dl>
        `,
      )}
    </main>
  </body>
</html>`
}

const names = (of: object) => Object.keys(of).join(', ') || 'none'
