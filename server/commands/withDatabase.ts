import { CannotStart } from '../cannotStart.ts'
import type { Db } from '../database/connect.ts'
import { type Opened, openBesideServer } from '../database/open.ts'
import { createLog } from '../log.ts'
import { readSettings, type Settings } from '../settings.ts'

type CommandContext = { db: Db; opened: Opened; settings: Settings; log: ReturnType<typeof createLog> }

/**
 * Runs a command on the database, beside a running server or without one. The work answers the exit code; a statement
 * of a command may take as long as it needs.
 */
export async function withDatabase(work: (context: CommandContext) => Promise<number>) {
  // Standard output belongs to the command's answer, which a script may read.
  const log = createLog(process.stderr)
  log.level = 'warn'
  await exiting(async () => {
    const settings = readSettings(process.env)
    const opened = await openBesideServer(settings, log)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      // The database of our own would outlive us; ending it takes back the transaction that was under way.
      process.once(signal, () => opened.close().finally(() => process.exit(130)))
    }
    try {
      const db = opened.connect({ max: 4, statementTimeout: 0 })
      try {
        return await work({ db, opened, settings, log })
      } finally {
        await db.$client.end()
      }
    } finally {
      await opened.close()
    }
  })
}

async function exiting(work: () => Promise<number>) {
  try {
    process.exitCode = await work()
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    console.error(error.message)
    process.exitCode = error.exitCode
  }
}
