import type { Logger } from 'pino'
import type { Db } from './database/connect.ts'

const TOLERATED = 2000

/** Our own clock stamps acts and deadlines; one that differs from the database's is told to the operator. */
export async function warnOfClock(db: Db, now: () => Date, log: Logger) {
  const before = now().getTime()
  const { rows } = await db.$client.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  const middle = (before + now().getTime()) / 2
  const difference = middle - (rows[0]?.now.getTime() ?? middle)
  if (Math.abs(difference) <= TOLERATED) return
  log.warn(
    { seconds: Math.round(difference / 1000) },
    'the clocks of this machine and of the database differ',
  )
}
