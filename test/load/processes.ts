import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import manifest from '../../package.json' with { type: 'json' }

const Usage = z.object({ cpu: z.number(), memory: z.number(), peak: z.number() })
export type Usage = z.infer<typeof Usage>

export type Running = {
  url: string
  pid: number
  headers: Record<string, string>
  /** From its start to its first word that it listens, in milliseconds. */
  started: number
  usage: () => Promise<Usage>
  /** Milliseconds of processor time since it started. */
  cpu: () => Promise<number>
  stop: () => Promise<void>
}

const here = (name: string) => pathToFileURL(join(import.meta.dirname, name)).href
const server = (name: string) => pathToFileURL(join(import.meta.dirname, '../../server', name)).href

/** How `npm start` sets Node. */
const nodeOptions = manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'))

/** Our server as it is in production, with its real listener and doors. */
export const ourServer = (env: Record<string, string>) =>
  start(
    `await import(${JSON.stringify(server('quickStart.ts'))})
     const { serve } = await import(${JSON.stringify(server('main.ts'))})
     await serve({ env: process.env })`,
    { PORT: '0', ...env },
    /"port":(\d+)[^\n]*"msg":"Steward listens"/,
    nodeOptions,
  )

/** The bare SQL behind node:http. */
export const limitServer = (databaseUrl: string) =>
  start(
    `await import(${JSON.stringify(here('limit.ts'))})`,
    { DATABASE_URL: databaseUrl },
    /listens on http:\/\/127\.0\.0\.1:(\d+)/,
  )

/** The bytes of one page behind node:http. */
export const bareServer = (source: string) =>
  start(
    `await import(${JSON.stringify(here('bareBytes.ts'))})`,
    { SOURCE: source },
    /listens on http:\/\/127\.0\.0\.1:(\d+)/,
  )

async function start(
  entry: string,
  env: Record<string, string>,
  listens: RegExp,
  options: string[] = [],
): Promise<Running> {
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [...options, '--import', here('usage.ts'), '--input-type=module', '--eval', entry],
    {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  let said = ''
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const port = await new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer) => {
      // The log of requests goes the same way and is none of ours.
      if (said.length < 20_000) said += text.toString()
      const found = listens.exec(said)?.[1]
      if (found) resolve(found)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('close', () => reject(new Error(said)))
  })
  const started = performance.now() - began
  const usage = () =>
    new Promise<Usage>((resolve) => {
      child.once('message', (told) => resolve(Usage.parse(told)))
      child.send('usage')
    })
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    headers: {},
    started,
    usage,
    cpu: async () => (await usage()).cpu,
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}

/** Milliseconds of processor time of a process and all its children, the ended ones too; 0 where there is no /proc. */
export function familyCpu(pid: number): number {
  const stats = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? stat(name) : []))
  const family = stats.filter((each) => each.pid === pid || each.parent === pid)
  return family.reduce((sum, each) => sum + each.ticks + (each.pid === pid ? each.ended : 0), 0) * 10
}

function stat(pid: string): { pid: number; parent: number; ticks: number; ended: number }[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [parent = 0, user = 0, system = 0, ended = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      (n) => fields[n],
    )
    return [{ pid: Number(pid), parent, ticks: user + system, ended: ended + endedSystem }]
  } catch {
    // It ended while we read.
    return []
  }
}
