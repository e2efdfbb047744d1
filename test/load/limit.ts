import { createServer } from 'node:http'
import { Pool } from 'pg'
import { limits } from './limits.ts'

/**
 * What there is to be reached: a statement's rows as JSON through a bare pool and `node:http`, without sign-in, roles,
 * validation or audit. Paths are /{variant}/{question}/{argument}…
 */
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

const server = createServer((request, response) => {
  const [, variant, question = '', ...args] = (request.url ?? '').split('/').map(decodeURIComponent)
  const answer = limits[question]?.[variant === 'tuned' ? 'tuned' : 'naive']
  if (!answer) {
    response.writeHead(404).end()
    return
  }
  answer(ask, args).then(
    (body) => {
      const text = JSON.stringify(body)
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(text),
      })
      response.end(text)
    },
    (error: unknown) => {
      console.error(error)
      response.writeHead(500).end()
    },
  )
})

/** Each statement is prepared once for each connection, under its own name. */
async function ask(name: string, text: string, values: unknown[]) {
  const { rows } = await pool.query<Record<string, unknown>>({ name, text, values })
  return rows
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') console.log(`listens on http://127.0.0.1:${address.port}`)
})
