import type { Logger } from 'pino'
import type { Db } from '../database/connect.ts'
import { sqlState } from '../errors.ts'
import { readSetting } from '../shopSettings/readSetting.ts'
import { recheckOpenOrders } from './recheckOpenOrders.ts'

const seconds = 1000
/** How often a round comes, and how often at least it looks at every open order. */
const round = 10 * seconds
const wholeRound = 60 * seconds

/**
 * Lets held back orders go on soon after the customer supplied what was missing, and holds back those that lack
 * something, whoever changed the data. Another matrix of requirements is followed in the next round.
 */
export function startRechecks({ db, now, log }: { db: Db; now: () => Date; log: Logger }) {
  let followed: unknown = null
  let wholeAt = Number.NEGATIVE_INFINITY
  let running: Promise<void> | null = null

  async function recheckRound() {
    try {
      const matrix = await readSetting(db, 'requirements')
      const isWhole = matrix !== followed || now().getTime() - wholeAt >= wholeRound
      const moved = await recheckOpenOrders(db, now(), { heldBackOnly: !isWhole })
      if (moved > 0) log.info({ moved }, 'orders were held back or let go on')
      if (!isWhole) return
      followed = matrix
      wholeAt = now().getTime()
    } catch (error) {
      // The next round looks at the same orders again.
      log.warn({ state: sqlState(error) }, 'open orders could not be looked through')
    }
  }

  const timer = setInterval(() => {
    running ??= recheckRound().finally(() => {
      running = null
    })
  }, round)
  timer.unref()
  return {
    recheckRound,
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
