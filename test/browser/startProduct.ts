import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const patience = 120_000

/** Starts the product as `npm start` does, on a data folder and a port of its own, and takes both away afterwards. */
export default async function startProduct() {
  const data = await mkdtemp(join(tmpdir(), 'steward-browser-'))
  const port = await freePort()
  const { PATH, HOME, CI } = process.env
  const product = spawn(process.execPath, ['start.mjs'], {
    cwd: resolve(import.meta.dirname, '../..'),
    env: { PATH, HOME, CI, PORT: String(port), STEWARD_DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  product.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  product.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))

  const url = `http://127.0.0.1:${port}`
  try {
    await answers(`${url}/readyz`, product)
  } catch (cause) {
    await stop(product, data)
    throw new Error(`The product did not start. It said:\n${said.join('').slice(-4000)}`, { cause })
  }
  process.env.STEWARD_BROWSER_URL = url
  process.env.STEWARD_BROWSER_DATA = data
  return () => stop(product, data)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

async function answers(url: string, product: ChildProcess): Promise<void> {
  for (const until = Date.now() + patience; Date.now() < until; ) {
    if (product.exitCode !== null) throw new Error(`it ended with exit code ${product.exitCode}`)
    const answer = await fetch(url).catch((error: unknown) => {
      if (error instanceof TypeError) return null
      throw error
    })
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`${url} did not answer within ${patience / 1000} s`)
}

async function stop(product: ChildProcess, data: string): Promise<void> {
  if (product.exitCode === null && product.signalCode === null) {
    product.kill('SIGTERM')
    await once(product, 'exit')
  }
  await rm(data, { recursive: true, force: true })
}
