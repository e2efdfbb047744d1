import assert from 'node:assert/strict'

// Asks a product that has just been started for what its users ask first.
const [url, pid] = process.argv.slice(2)

async function get(path) {
  const answer = await fetch(url + path, { headers: { accept: 'text/html,*/*' } })
  const text = await answer.text()
  assert.equal(answer.status, 200, `GET ${path} answered ${answer.status}: ${text.slice(0, 300)}`)
  console.log(`GET ${path}: 200, ${text.length} characters`)
  return { text, headers: answer.headers }
}

function isAlive() {
  try {
    return process.kill(Number(pid), 0)
  } catch (error) {
    if (error.code === 'ESRCH') return false
    throw error
  }
}

async function untilItListens() {
  for (let tries = 0; tries < 1200; tries += 1) {
    assert.ok(isAlive(), 'the product ended before it answered')
    const up = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (up) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('The product did not answer within two minutes.')
}

await untilItListens()
await get('/healthz')
await get('/readyz')
const { text: page, headers } = await get('/')
assert.match(
  headers.get('content-security-policy') ?? '',
  /script-src 'self'/,
  'the page has no policy of its own',
)
const assets = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path)
assert.ok(assets.length > 0, 'the sign-in page names no script')
for (const path of assets) await get(path)
assert.equal((await fetch(`${url}/mockServiceWorker.js`)).status, 404, 'the worker of the demo is served')
const { text: policy } = await get('/policy/privacy')
assert.match(policy, /<h1/, 'the public policy page has no heading')
