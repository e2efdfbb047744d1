import type { Logger } from 'pino'
import { codeOf } from './cannotStart.ts'
import type { Db } from './database/connect.ts'
import { appliedMigrations, pendingMigrations, readMigrations } from './database/migrate.ts'

/** Tells whether the database answers and is of this release; what is wrong goes to the log. */
export function readiness(db: Db, log: Logger) {
  const migrations = readMigrations()
  return async () => {
    try {
      return pendingMigrations(await appliedMigrations(db.$client), migrations).length === 0
    } catch (error) {
      log.warn({ code: codeOf(error), err: error }, 'not ready')
      return false
    }
  }
}
