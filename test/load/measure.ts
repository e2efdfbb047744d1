import autocannon, { type Request } from 'autocannon'
import type { Running } from './processes.ts'

/** One round, or the median of several. Times in milliseconds; `cpu` is processor time of a request, in milliseconds. */
export type Measured = {
  rate: number
  p50: number
  p99: number
  cpu: number
  nodeCpu: number
  requests: number
}

const connections = 8
/** A question in plain SQL that takes longer than this alone is asked once and not by eight at a time. */
const slow = 250

/** Asks a server for some seconds, or so many times as are asked for. @throws Error if anything but a 2xx came back */
export async function measure(
  server: Running,
  database: { cpu: () => number },
  next: () => Request,
  { seconds, times, mayBeSlow }: { seconds: number; times?: number; mayBeSlow: boolean },
): Promise<Measured> {
  const before = { node: await server.cpu(), database: database.cpu() }
  const alone = await askOnce(server, next())
  if (mayBeSlow && alone > slow) {
    const node = (await server.cpu()) - before.node
    const cpu = node + database.cpu() - before.database
    return { rate: 1000 / alone, p50: alone, p99: alone, cpu, nodeCpu: node, requests: 1 }
  }

  const took: number[] = []
  const from = performance.now()
  const running = autocannon({
    url: server.url,
    sampleInt: 20,
    timeout: 30,
    headers: server.headers,
    requests: [{ setupRequest: (request) => merged(request, next()) }],
    connections,
    ...(times ? { amount: times } : { duration: seconds }),
  })
  running.on('response', (_client, _status, _bytes, milliseconds) => took.push(milliseconds))
  const { errors, timeouts, non2xx } = await running
  const elapsed = performance.now() - from
  const node = (await server.cpu()) - before.node
  const spent = node + database.cpu() - before.database
  const asked = took.length + 1
  if (errors + timeouts + non2xx > 0)
    throw new Error(`${next().path}: ${errors} errors, ${timeouts} timeouts, ${non2xx} refusals`)
  took.sort((a, b) => a - b)
  return {
    rate: (took.length / elapsed) * 1000,
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    cpu: spent / asked,
    nodeCpu: node / asked,
    requests: took.length,
  }
}

async function askOnce({ url, headers }: Running, { path, ...request }: Request): Promise<number> {
  const began = performance.now()
  const answer = await fetch(url + path, { ...request, headers: { ...headers, ...request.headers } })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
  return performance.now() - began
}

function merged(request: Request, asked: Request): Request {
  return { ...request, ...asked, headers: { ...request.headers, ...asked.headers } }
}

/** The median of each figure. */
export function median(rounds: readonly Measured[]): Measured {
  const middle = (figure: keyof Measured) =>
    percentile(
      rounds.map((round) => round[figure]).sort((a, b) => a - b),
      0.5,
    )
  return {
    rate: middle('rate'),
    p50: middle('p50'),
    p99: middle('p99'),
    cpu: middle('cpu'),
    nodeCpu: middle('nodeCpu'),
    requests: middle('requests'),
  }
}

/** `sorted` in rising order; `share` from 0 to 1. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
