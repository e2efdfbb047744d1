import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { startEmbedded } from '../../server/database/embedded.ts'
import { ourServer } from './processes.ts'

/** Milliseconds from the start of the process to its first answer, the quickest of three. */
export type Starts = { embedded: number; external: number }

/** How long people wait after a restart, with the embedded database and with one that runs already. */
export async function measureStarts(dataDir: string): Promise<Starts> {
  const embedded = await quickest(() => firstAnswer({ STEWARD_DATA_DIR: dataDir }))
  const database = await startEmbedded({ dataDir, log: pino({ level: 'silent' }) })
  const own = mkdtempSync(join(tmpdir(), 'steward-bench-start-'))
  try {
    const { runtime, owner } = database.urls()
    const env = { DATABASE_URL: runtime, DATABASE_OWNER_URL: owner, STEWARD_DATA_DIR: own }
    return { embedded, external: await quickest(() => firstAnswer(env)) }
  } finally {
    await database.stop()
    rmSync(own, { recursive: true })
  }
}

async function quickest(once: () => Promise<number>) {
  return Math.min(await once(), await once(), await once())
}

async function firstAnswer(env: Record<string, string>) {
  const began = performance.now()
  const server = await ourServer(env)
  try {
    await fetch(`${server.url}/readyz`)
    return performance.now() - began
  } finally {
    await server.stop()
  }
}
