import type { Logger } from 'pino'
import { sweepDryRuns } from './batches/sweepDryRuns.ts'
import type { Db } from './database/connect.ts'
import { sqlState } from './errors.ts'
import { sweepOpenings } from './events/openings.ts'
import { sweepKeys } from './once.ts'
import { sweepPresences } from './revisions/attend.ts'

const hour = 60 * 60_000

/** Forgets, every hour, what only had to be remembered for a while: retried keys, openings already recorded, pages closed. */
export function startSweeping({ db, now, log }: { db: Db; now: () => Date; log: Logger }) {
  const sweep = async () => {
    try {
      await sweepKeys(db, now())
      await sweepOpenings(db, now())
      await sweepDryRuns(db, now())
      await sweepPresences(db, now())
    } catch (error) {
      // Nothing depends on it; the next hour tries again.
      log.warn({ state: sqlState(error) }, 'old keys could not be swept')
    }
  }
  const timer = setInterval(sweep, hour)
  timer.unref()
  return { sweep, stop: async () => clearInterval(timer) }
}
