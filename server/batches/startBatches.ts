import type { Logger } from 'pino'
import type { Db } from '../database/connect.ts'
import { sqlState } from '../errors.ts'
import { runBatches } from './runBatches.ts'

/** How often a server looks for work that another one left, milliseconds. */
const look = 5_000

type Batches = {
  /** Looks for work at once. */
  wake: () => void
  /** Ends after the chunk that is under way. */
  stop: () => Promise<void>
}

/** Works on batches in the background of this server, from the start on: also on those that a killed server left. */
export function startBatches({ db, now, log }: { db: Db; now: () => Date; log: Logger }): Batches {
  let halted = false
  let again = false
  let round: Promise<void> | null = null

  const work = async () => {
    do {
      again = false
      await runBatches({
        db,
        now,
        halted: () => halted,
        failed: (batch, error) =>
          log.error(
            { batch, state: sqlState(error), err: error },
            'a part of a batch failed and is tried again',
          ),
      })
    } while (again && !halted)
  }
  const wake = () => {
    again = true
    if (halted || round) return
    round = work()
      // The database may be gone; the next look tries again.
      .catch((error) => log.warn({ state: sqlState(error) }, 'batches could not be looked for'))
      .finally(() => {
        round = null
      })
  }
  const timer = setInterval(wake, look).unref()
  wake()

  return {
    wake,
    stop: async () => {
      halted = true
      clearInterval(timer)
      await round
    },
  }
}
