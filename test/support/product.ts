import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = join(import.meta.dirname, '../..')
const patience = 120_000

export type Product = Awaited<ReturnType<typeof startProduct>>

/** The product as `npm start` runs it, in a process of its own and on a free port, once it answers. */
export async function startProduct(env: NodeJS.ProcessEnv) {
  const port = await freePort()
  const child = spawn(process.execPath, ['start.mjs'], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => said.push(chunk.toString()))

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  const url = `http://127.0.0.1:${port}`
  try {
    await answers(`${url}/readyz`, child)
  } catch (cause) {
    await end('SIGTERM')
    throw new Error(`The product did not start. It said:\n${said.join('').slice(-4000)}`, { cause })
  }
  return { url, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (const until = Date.now() + patience; Date.now() < until; ) {
    if (child.exitCode !== null) throw new Error(`it ended with exit code ${child.exitCode}`)
    const answer = await fetch(url).catch((error: unknown) => {
      if (error instanceof TypeError) return null
      throw error
    })
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error(`${url} did not answer within ${patience / 1000} s`)
}
