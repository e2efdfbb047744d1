import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { closePool, connect } from '../server/database/connect.ts'
import { type Embedded, startEmbedded } from '../server/database/embedded.ts'
import { migrate } from '../server/database/migrate.ts'
import { openBesideServer } from '../server/database/open.ts'
import { readPidFile } from '../server/database/pidFile.ts'
import { DATABASE } from '../server/database/roles.ts'
import { readSettings } from '../server/settings.ts'

// Initialising and crash recovery wait for the disk, which other tests use too.
vi.setConfig({ testTimeout: 60_000 })
const log = pino({ level: 'silent' })
const isRoot = process.getuid?.() === 0
let home: string
/** The folder that most tests share; its name holds what shells and C programs trip over. */
let dataDir: string
let cluster: string

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'steward embedded ä-'))
  if (isRoot) chmodSync(home, 0o711)
  dataDir = join(home, "Müller's data 店")
  cluster = join(dataDir, 'pg18')
})
afterAll(() => rmSync(home, { recursive: true }))

/** A test that fails leaves no database behind for the next. */
async function start(folder = dataDir) {
  const embedded = await startEmbedded({ dataDir: folder, log })
  onTestFinished(() => embedded.stop())
  return embedded
}

async function keptRows(embedded: Embedded) {
  const client = new Client({ connectionString: embedded.urls().owner })
  await client.connect()
  const { rows } = await client.query<{ n: number }>('SELECT count(*) AS n FROM kept')
  await client.end()
  return rows[0]?.n ?? 0
}

/** Runs the writer until it has kept so many rows; answers with how many it had acknowledged when it was killed. */
async function killedAfter(rows: number) {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'support/embeddedWriter.ts'), dataDir])
  let acknowledged = 0
  const enough = Promise.withResolvers<void>()
  writer.stdout.on('data', (text: Buffer) => {
    acknowledged = Number(text.toString().trim().split('\n').at(-1))
    if (acknowledged >= rows) enough.resolve()
  })
  const faults: string[] = []
  writer.stderr.on('data', (text: Buffer) => faults.push(text.toString()))
  const exited = exitOf(writer)
  await Promise.race([enough.promise, exited])
  if (acknowledged < rows) throw new Error(faults.join(''))
  writer.kill('SIGKILL')
  await exited
  return acknowledged
}

function exitOf(child: ChildProcess) {
  return new Promise<void>((resolve) => child.once('close', () => resolve()))
}

function postmasterPid() {
  const found = readPidFile(cluster)
  if (!found || found === 'empty') throw new Error('the database does not run')
  return found.pid
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

describe('the embedded database', () => {
  test('keeps every acknowledged row when the server is killed, and stops the orphan it left', async () => {
    const first = await killedAfter(50)
    const orphan = postmasterPid()
    expect(isAlive(orphan)).toBe(true)

    const second = await killedAfter(first + 50)
    expect(isAlive(orphan)).toBe(false)

    const embedded = await start()
    expect(await keptRows(embedded)).toBeGreaterThanOrEqual(second)
    await embedded.stop()
  })

  test('belongs to one server at a time: a second is refused in one sentence, a command goes beside it', async () => {
    const embedded = await start()
    await expect(start()).rejects.toThrow(
      `The data folder ${dataDir} is in use by another running server (process ${process.pid}, since `,
    )

    await migrate({ url: embedded.urls().owner })
    const beside = await openBesideServer(readSettings({ STEWARD_DATA_DIR: dataDir }), log)
    const db = beside.connect()
    expect(await db.$client.query('SELECT current_user AS who')).toMatchObject({
      rows: [{ who: 'steward_app' }],
    })
    await closePool(db)
    await beside.close()
    expect(await keptRows(embedded)).toBeGreaterThan(0)
    await embedded.stop()
  })

  test('comes back by itself when PostgreSQL dies, and the pool finds it again', async () => {
    const embedded = await start()
    const db = connect(embedded.urls().runtime, { log })
    await db.$client.query('SELECT 1')
    process.kill(postmasterPid(), 'SIGKILL')
    const isBack = () =>
      db.$client.query('SELECT 1').then(
        () => true,
        () => false,
      )
    await expect.poll(isBack, { timeout: 30_000 }).toBe(false)
    await expect.poll(isBack, { timeout: 30_000 }).toBe(true)
    await closePool(db)
    await embedded.stop()
  })

  test('reads again after a restart what it held in memory before', async () => {
    const before = await start()
    await keptRows(before)
    await before.stop()

    const after = await start()
    const url = new URL(after.urls().superuser)
    url.pathname = DATABASE
    const superuser = new Client({ connectionString: url.href })
    await superuser.connect()
    await superuser.query('CREATE EXTENSION pg_buffercache')
    const pagesHeld = async () => {
      const { rows } = await superuser.query<{ pages: number }>(
        `SELECT count(*)::int AS pages FROM pg_buffercache WHERE relfilenode = pg_relation_filenode('kept')`,
      )
      return rows[0]?.pages
    }
    await expect.poll(pagesHeld, { timeout: 10_000 }).toBeGreaterThan(0)
    await superuser.end()
    await after.stop()
  })

  test('starts on a pid file that a crash left empty, and on one that names a stranger', async () => {
    writeFileSync(join(cluster, 'postmaster.pid'), '')
    await (await start()).stop()

    const stranger = spawn('sleep', ['30'])
    const lines = [stranger.pid, cluster, 1_700_000_000, 1, '', '127.0.0.1', '', 'ready', '']
    writeFileSync(join(cluster, 'postmaster.pid'), lines.join('\n'))
    await (await start()).stop()
    expect(stranger.exitCode).toBe(null)
    stranger.kill()
  })

  test('refuses data that another major release of PostgreSQL made', async () => {
    writeFileSync(join(cluster, 'PG_VERSION'), '17\n')
    await expect(start()).rejects.toThrow(
      'was made by PostgreSQL 17, and this release of Steward carries PostgreSQL 18',
    )
    writeFileSync(join(cluster, 'PG_VERSION'), '18\n')
  })

  test('keeps its passwords and data from every other account', () => {
    const modeOf = (name: string) => statSync(join(dataDir, name)).mode & 0o777
    expect(modeOf('passwords.json')).toBe(0o600)
    expect(modeOf('pg18')).toBe(0o700)
    expect(modeOf('server.lock')).toBe(0o600)
    expect(statSync(dataDir).mode & 0o777).toBe(isRoot ? 0o711 : 0o700)
  })
})

describe('a data folder that cannot serve is refused in one sentence', () => {
  test('one that cannot be made', async () => {
    const file = join(home, 'file')
    writeFileSync(file, '')
    await expect(start(join(file, 'data'))).rejects.toThrow(
      /^The data folder .* cannot be written by the account /,
    )
  })

  test('one that holds the files of somebody else', async () => {
    const folder = join(home, 'holiday')
    mkdirSync(folder)
    writeFileSync(join(folder, 'beach.jpg'), '')
    const mode = statSync(folder).mode
    await expect(start(folder)).rejects.toThrow(`The folder ${folder} holds other files`)
    expect(statSync(folder).mode).toBe(mode)
  })

  test('one below a folder that the account of the database cannot enter', async () => {
    const closed = join(home, 'private')
    mkdirSync(join(closed, 'data'), { recursive: true })
    chmodSync(closed, isRoot ? 0o700 : 0)
    const { mode } = statSync(closed)
    await expect(start(join(closed, 'data'))).rejects.toThrow(
      isRoot
        ? `which cannot enter ${closed}. Choose a data folder such as`
        : 'cannot be written by the account',
    )
    expect(statSync(closed).mode).toBe(mode)
    chmodSync(closed, 0o700)
  })

  test('but a private one is taken, and nothing above it is changed', async () => {
    const folder = join(home, 'private to me')
    mkdirSync(folder, { mode: 0o700 })
    const parent = statSync(home)
    await (await start(folder)).stop()
    expect(statSync(home)).toMatchObject({ mode: parent.mode, uid: parent.uid })
    expect(statSync(folder).uid).toBe(process.getuid?.())
    // PostgreSQL never runs as root.
    expect(statSync(join(folder, 'pg18')).uid === 0).toBe(false)
  })
})
