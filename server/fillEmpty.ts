import type { Logger } from 'pino'
import { closePool, type Db } from './database/connect.ts'
import type { Opened } from './database/open.ts'

/**
 * Invents what fills an empty database, and gives the way to write it. Staff come last, or all in one transaction:
 * they tell that the shop is complete.
 */
export type Seed = (now: Date) => Promise<Write>
export type Write = (database: { db: Db; log: Logger }) => Promise<void>

/** Writes the invented shop where there is nobody yet. */
export async function fillEmpty(
  opened: Opened,
  db: Db,
  invented: () => Promise<Write>,
  log: Logger,
): Promise<void> {
  const { rowCount } = await db.$client.query('SELECT FROM staff LIMIT 1')
  if (rowCount !== 0) return
  console.log('The database is empty: filling it with an invented shop.')
  const patient = opened.connect({ statementTimeout: 0 })
  try {
    const write = await invented()
    await write({ db: patient, log })
  } finally {
    await closePool(patient)
  }
}
