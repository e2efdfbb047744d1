import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { interrupt } from './interrupt.ts'
import { type Postmaster, type PostmasterPlan, startPostmaster } from './postmaster.ts'

const RESTARTS = 3
const MINUTE = 60_000
const PATIENCE = 30_000

/**
 * Keeps PostgreSQL running. One that ends by itself is started again at most three times a minute, on the port it had,
 * so that the pool finds it again; requests get 503 meanwhile.
 */
export function supervise(plan: PostmasterPlan, first: Postmaster, log: Logger) {
  const stopping = new AbortController()
  let current = first
  const watching = watch()

  async function watch() {
    const restarts: number[] = []
    for (;;) {
      await current.exited
      if (stopping.signal.aborted) return
      log.error('the database server ended by itself and will be started again')
      await turn(restarts, stopping.signal)
      if (stopping.signal.aborted) return
      try {
        current = await startPostmaster(plan, first.port)
        log.info('the database server is back')
      } catch (error) {
        log.error({ err: error }, 'the database server did not start')
      }
      if (stopping.signal.aborted) end('SIGINT')
    }
  }

  function end(signal: 'SIGINT' | 'SIGQUIT') {
    const { child } = current
    if (child.pid && child.exitCode === null && child.signalCode === null)
      interrupt(child.pid, signal, plan.binaries)
  }

  return {
    /** May be called a second time with `immediate` while the first call still waits. */
    async stop(how: 'fast' | 'immediate') {
      stopping.abort()
      end(how === 'fast' ? 'SIGINT' : 'SIGQUIT')
      const impatient = setTimeout(() => end('SIGQUIT'), PATIENCE)
      await watching
      clearTimeout(impatient)
    },
  }
}

/** Waits until a restart is due: at once, but the fourth within a minute waits for that minute to pass. */
async function turn(restarts: number[], signal: AbortSignal) {
  const wait = (restarts.at(-RESTARTS) ?? 0) + MINUTE - Date.now()
  if (wait > 0) {
    await sleep(wait, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }
  restarts.push(Date.now())
}
