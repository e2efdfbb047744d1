import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { CannotStart } from '../../server/cannotStart.ts'
import { type Embedded, startEmbedded } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'

const log = pino({ level: 'silent' })
const PREFIX = 'steward-test-'
/** A younger folder may be another run's that is just starting. */
const AGE = 120_000

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files clone their databases: `admin` may create them, `owner` and `runtime` use them. */
    server: { admin: string; owner: string; runtime: string; template: string; embedded: boolean }
  }
}

/** One throw-away PostgreSQL for the whole run (or the one in TEST_DATABASE_URL), with a migrated template in it. */
export default async function setup(project: TestProject) {
  const external = process.env.TEST_DATABASE_URL
  const embedded = external ? null : await throwAway()
  const urls = embedded?.urls()
  const admin = urls?.superuser ?? external ?? ''
  const owner = urls?.owner ?? admin
  const template = `steward_template_${randomBytes(4).toString('hex')}`

  await statement(admin, `CREATE DATABASE ${template} OWNER ${new URL(owner).username}`)
  await migrate({ url: onDatabase(owner, template), alsoServes: !embedded })
  await statement(admin, `ALTER DATABASE ${template} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`)
  project.provide('server', {
    admin,
    owner,
    runtime: urls?.runtime ?? admin,
    template,
    embedded: Boolean(embedded),
  })

  return async () => {
    if (embedded) {
      await embedded.stop('immediate')
      rmSync(embedded.dataDir, { recursive: true })
    } else {
      await statement(admin, `ALTER DATABASE ${template} WITH IS_TEMPLATE false`)
      await statement(admin, `DROP DATABASE ${template} WITH (FORCE)`)
    }
  }
}

/** The same server on another of its databases. */
function onDatabase(url: string, database: string) {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

async function throwAway() {
  await sweep()
  return startThrowAway(mkdtempSync(join(tmpdir(), PREFIX)))
}

/** Without promises of durability: nothing of it is kept. */
function startThrowAway(dataDir: string): Promise<Embedded> {
  return startEmbedded({
    dataDir,
    log,
    postgresSettings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      autovacuum: 'off',
      wal_level: 'minimal',
      max_wal_senders: '0',
      shared_buffers: '64MB',
      logging_collector: 'off',
    },
  })
}

/** A run that was killed leaves its server behind: starting on its folder stops the orphan. */
async function sweep() {
  for (const name of readdirSync(tmpdir())) {
    const dataDir = join(tmpdir(), name)
    if (!name.startsWith(PREFIX) || !isLeft(dataDir)) continue
    try {
      const left = await startThrowAway(dataDir)
      await left.stop('immediate')
      rmSync(dataDir, { recursive: true })
    } catch (error) {
      // Another run still has it, or sweeps it at this moment.
      if (!(error instanceof CannotStart)) throw error
    }
  }
}

function isLeft(dataDir: string) {
  const found = statSync(dataDir, { throwIfNoEntry: false })
  return found !== undefined && found.uid === process.getuid?.() && found.mtimeMs < Date.now() - AGE
}

async function statement(url: string, sql: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
