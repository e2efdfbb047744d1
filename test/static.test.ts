import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstCustomers } from '../contract/firstRows.ts'
import { createPages } from '../server/static.ts'

let dist: string
let app: Hono
const script = 'export const answer = 42\n'.repeat(100)

beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'steward-dist-'))
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Steward</title>')
  writeFileSync(join(dist, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(dist, 'mockServiceWorker.js'), 'self.addEventListener("fetch", () => {})')
  writeFileSync(join(dist, '.built'), '')
  writeFileSync(join(dist, 'assets/app-1a2b3c.js'), script)
  writeFileSync(join(dist, 'assets/app-1a2b3c.js.br'), brotliCompressSync(script))
  writeFileSync(join(dist, 'assets/app-1a2b3c.js.gz'), gzipSync(script))
  app = new Hono()
  app.get('/api/customers', (c) => c.json([]))
  const holdsSession = (headers: Headers) => headers.get('cookie') === 'steward=a-session'
  app.route('/', createPages({ dist, holdsSession }))
})

afterAll(() => rmSync(dist, { recursive: true, force: true }))

test('a browser gets the script already compressed and may keep it for good', async () => {
  const answer = await app.request('/assets/app-1a2b3c.js', {
    headers: { 'Accept-Encoding': 'gzip, deflate, br' },
  })
  expect(answer.headers.get('Content-Encoding')).toBe('br')
  expect(answer.headers.get('Content-Type')).toContain('text/javascript')
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe(script)
})

test('a client that cannot unpack gets plain text, and caches are told that answers differ', async () => {
  const answer = await app.request('/assets/app-1a2b3c.js')
  expect(answer.headers.get('Content-Encoding')).toBeNull()
  expect(answer.headers.get('Vary')).toBe('Accept-Encoding')
  expect(await answer.text()).toBe(script)
})

test('every page of the application is checked for a newer one and allows no script of others', async () => {
  for (const path of [
    '/',
    '/index.html',
    '/customers',
    '/purchases/018f2c1e-0000-7000-8000-000000000001/show',
  ]) {
    const answer = await app.request(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toBe('no-cache')
    const policy = answer.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toContain('unsafe')
    expect(await answer.text()).toContain('<title>Steward</title>')
  }
})

test('who may be signed in is told beside the list of customers where its first rows are; nobody else, and nowhere else', async () => {
  const linked = async (path: string, Cookie = 'steward=a-session') => {
    const answer = await app.request(path, { headers: { Cookie } })
    expect(answer.headers.get('Vary')).toBe('Cookie')
    return answer.headers.get('Link')
  }
  expect(await linked('/customers')).toBe(`<${firstCustomers}>; rel=preload; as=fetch; crossorigin`)
  expect(await linked('/customers', 'other=1')).toBeNull()
  for (const path of ['/customers?filter=%7B%7D', '/customers/1/show', '/purchases', '/'])
    expect(await linked(path)).toBeNull()
})

test('the icon may be kept for a day', async () => {
  const answer = await app.request('/favicon.svg')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=86400')
})

test('the worker of the server-less demo is never served', async () => {
  expect((await app.request('/mockServiceWorker.js')).status).toBe(404)
})

test('what is missing is missing, and may not be kept', async () => {
  for (const path of [
    '/assets/old-9z.js',
    '/assets/',
    '/assets',
    '/robots.txt',
    '/.built',
    '/assets/app-1a2b3c.js.map',
  ]) {
    const answer = await app.request(path)
    expect(answer.status, path).toBe(404)
    expect(answer.headers.get('Cache-Control'), path).toBeNull()
  }
})

test('an address of the interface or of a policy is never answered with the application', async () => {
  for (const path of ['/api', '/api/unknown', '/policy/unknown']) {
    expect((await app.request(path)).status, path).toBe(404)
  }
  expect((await app.request('/customers', { method: 'POST' })).status).toBe(404)
})

test('nothing outside the build can be read', async () => {
  for (const path of [
    '/assets/..%2f.built',
    '/assets/%2e%2e/.built',
    '/assets/..%5c.built',
    '/assets//index.html',
  ]) {
    const answer = await app.request(path)
    expect(answer.status, path).toBe(404)
  }
})
