import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import autocannon from 'autocannon'
import { bareServer, ourServer, type Running } from './processes.ts'

/**
 * How quickly the public reads a policy of 50 KB from a warm cache, beside `node:http` with the same bytes:
 * `node test/load/publicPages.ts [--seconds 2] [--rounds 3]`. Ends with 1 if a bound is not held.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '2' }, rounds: { type: 'string', default: '3' } },
})
const bounds = { rate: 2000, p99: 20, bytes: 30 * 1024 }
const connections = 8

type Question = { name: string; path: string; known: boolean; bounded: boolean }
type Round = { rate: number; p50: number; p99: number }

const page = { path: '/policy/privacy', known: false, bounded: true } as const
const questions: readonly Question[] = [
  { ...page, name: 'the page' },
  { ...page, name: 'the page, known already', known: true },
  { ...page, name: 'a revision', path: '/policy/privacy/revisions/2' },
  { ...page, name: 'a day', path: '/policy/privacy/at/2026-03-02' },
  { ...page, name: 'the Atom feed', path: '/policy/privacy/feed.atom', bounded: false },
  { ...page, name: 'the JSON feed', path: '/policy/privacy/feed.json', bounded: false },
]

const folder = await mkdtemp(join(tmpdir(), 'steward-public-'))
// Beside it, since the database may run as an account that cannot enter the folder.
const dataDir = `${folder}-data`
try {
  process.exitCode = (await run()) ? 0 : 1
} finally {
  await rm(folder, { recursive: true, force: true })
  await rm(dataDir, { recursive: true, force: true })
}

async function run(): Promise<boolean> {
  await importHistory()
  const ours = await ourServer({ STEWARD_DATA_DIR: dataDir })
  try {
    let isHeld = true
    for (const question of questions) isHeld = (await compare(ours, question)) && isHeld
    return isHeld
  } finally {
    await ours.stop()
  }
}

async function compare(ours: Running, question: Question): Promise<boolean> {
  const { name, path, bounded } = question
  const { etag, bytes } = await head(ours.url + path)
  const bare = await bareServer(ours.url + path)
  const rounds: { ours: Round[]; bare: Round[] } = { ours: [], bare: [] }
  try {
    await hammer(ours, question, etag, 0.5)
    for (let round = 0; round < Number(values.rounds); round++) {
      rounds.ours.push(await hammer(ours, question, etag, Number(values.seconds)))
      rounds.bare.push(await hammer(bare, question, etag, Number(values.seconds)))
    }
  } finally {
    await bare.stop()
  }
  const [mine, limit] = [median(rounds.ours), median(rounds.bare)]
  const isHeld = !bounded || (mine.rate >= bounds.rate && mine.p99 <= bounds.p99 && bytes <= bounds.bytes)
  const figures = ({ rate, p50, p99 }: Round) =>
    `${Math.round(rate).toLocaleString('en')}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
  const size = `${(bytes / 1024).toFixed(1)} KB`
  console.log(`${isHeld ? '  ' : '! '}${name}: ${figures(mine)}, ${size}; node:http ${figures(limit)}`)
  return isHeld
}

/** A policy of 50 KB with three revisions, brought in as an operator does. */
async function importHistory(): Promise<void> {
  const texts = ['2024-03-01', '2025-03-01', '2026-03-01'].map((day, index) => ({
    file: `${day}.md`,
    committed: `${day}T09:00:00Z`,
    subject: `What changed in the year before ${day}`,
    body: policyOf(index + 1),
  }))
  for (const { file, body } of texts) await writeFile(join(folder, file), body)
  const revisions = texts.map(({ body: _, ...listed }) => listed)
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ revisions }))
  const command = ['server/commands/steward.ts', 'policy', 'import', folder, '--key', 'privacy']
  await promisify(execFile)(
    process.execPath,
    [...command, '--title', 'Privacy', '--contact', 'privacy@shop.example'],
    { env: { PATH: process.env.PATH, STEWARD_DATA_DIR: dataDir } },
  )
}

function policyOf(edition: number): string {
  const sections = Array.from({ length: 60 }, (_, section) => {
    const rules = Array.from(
      { length: 9 },
      (_each, at) =>
        `- Of kind ${(section * 31 + at * 7919) % 997} we keep what you typed for ${(at * 13 + edition) % 61} days, since [rule ${section}.${at}](#section-${at}) asks for it.`,
    )
    return `## Section ${section}\n\n${rules.join('\n')}\n`
  })
  const text = `# Edition ${edition}\n\n${sections.join('\n')}`
  return text.slice(0, 50 * 1024)
}

async function hammer(server: Running, asked: Question, etag: string, seconds: number): Promise<Round> {
  const times: number[] = []
  const statuses = new Set<number>()
  const began = performance.now()
  const running = autocannon({
    url: server.url,
    connections,
    duration: seconds,
    sampleInt: 20,
    headers: { 'Accept-Encoding': 'br', ...(asked.known ? { 'If-None-Match': etag } : {}) },
    requests: [{ setupRequest: (request) => ({ ...request, path: asked.path }) }],
  })
  running.on('response', (_client, status, _bytes, milliseconds) => {
    statuses.add(status)
    times.push(milliseconds)
  })
  const { errors, timeouts } = await running
  const wrong = [...statuses].filter((status) => status !== (asked.known ? 304 : 200))
  if (errors + timeouts + wrong.length > 0)
    throw new Error(`${asked.name}: ${errors} errors, ${timeouts} timeouts, statuses ${[...statuses].join()}`)
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN
  return { rate: (times.length / (performance.now() - began)) * 1000, p50: at(0.5), p99: at(0.99) }
}

function median(rounds: readonly Round[]): Round {
  const middle = (figure: keyof Round) =>
    rounds.map((round) => round[figure]).sort((one, other) => one - other)[Math.floor(rounds.length / 2)] ??
    Number.NaN
  return { rate: middle('rate'), p50: middle('p50'), p99: middle('p99') }
}

/** What a reader who takes Brotli gets: its tag, and how many bytes of it. */
function head(url: string): Promise<{ etag: string; bytes: number }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': 'br' } }, async (response) => {
      let bytes = 0
      for await (const chunk of response) bytes += Buffer.from(chunk).length
      resolve({ etag: response.headers.etag ?? '', bytes })
    }).on('error', reject)
  })
}
