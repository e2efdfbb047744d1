import { execFile } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CannotStart } from '../cannotStart.ts'
import type { Account } from './account.ts'
import { asAccount, type Binaries } from './binaries.ts'

export const SUPERUSER = 'steward_superuser'

/**
 * Makes the cluster if there is none, beside its final place and then by one rename, so that a killed run never leaves
 * half a cluster. Sorting is by code point on every machine (builtin C.UTF-8), whatever locales the host has.
 * @throws CannotStart if the data is another major release's
 */
export async function ensureCluster(
  dataDir: string,
  cluster: string,
  binaries: Binaries,
  account: Account | null,
  password: string,
): Promise<void> {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith('init-')) rmSync(join(dataDir, name), { recursive: true })
  }
  refuseOtherMajor(dataDir, cluster, binaries)
  if (existsSync(cluster)) return handOver(cluster, account)

  const workshop = mkdtempSync(join(dataDir, 'init-'))
  const made = join(workshop, 'cluster')
  const passwordFile = join(workshop, 'password')
  mkdirSync(made, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const path of [workshop, made, passwordFile]) giveTo(path, account)

  const options = [...OPTIONS, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '-D', made]
  try {
    await promisify(execFile)(binaries.initdb, options, asAccount(account))
  } catch (error) {
    rmSync(workshop, { recursive: true })
    throw new CannotStart(`The database could not be made in ${dataDir}: ${lastLineOf(error)}`)
  }
  rmSync(passwordFile)
  renameSync(made, cluster)
  rmSync(workshop, { recursive: true })
  syncFolder(dataDir)
}

/** What the program said last, or why it could not be run at all. */
function lastLineOf(error: unknown) {
  if (!(error instanceof Error)) return String(error)
  const said = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : ''
  return (said || error.message).split('\n').at(-1)
}

const OPTIONS = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--auth=scram-sha-256',
  '--no-instructions',
]

function refuseOtherMajor(dataDir: string, cluster: string, { major }: Binaries) {
  const other = existsSync(cluster)
    ? readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
    : readdirSync(dataDir)
        .find((name) => /^pg\d+$/.test(name))
        ?.slice(2)
  if (!other || other === major) return
  throw new CannotStart(
    `The data in ${dataDir} was made by PostgreSQL ${other}, and this release of Steward carries PostgreSQL ${major}. Make a backup with the release that made it and restore that backup with this one.`,
  )
}

/** A cluster that root copied back from a backup belongs to root, under whom PostgreSQL will not run. */
function handOver(cluster: string, account: Account | null) {
  if (!account || statSync(cluster).uid === account.uid) return
  giveTo(cluster, account)
  for (const entry of readdirSync(cluster, { recursive: true, encoding: 'utf8' }))
    giveTo(join(cluster, entry), account)
}

function giveTo(path: string, account: Account | null) {
  if (account) chownSync(path, account.uid, account.gid)
}

/** Without this a power cut could take back the rename, and with it every row written since. */
function syncFolder(folder: string) {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
