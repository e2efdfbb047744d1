import type { Logger } from 'pino'

/** A terminal and npm may each pass the same Ctrl-C on; only one that comes later is a second wish. */
const SAME_KEYSTROKE = 500

export type Stopping = {
  /** What stopping does, the last named first; `hurry` is what a second Ctrl-C adds. */
  defer(step: () => Promise<void>, hurry?: () => void): void
  /** Stops once, however often it is asked, and ends the process. */
  stop(exitCode: number): Promise<void>
}

/**
 * Ends the process in good order at SIGTERM, Ctrl-C or a closed terminal (exit 0), and after a fault that nobody
 * caught (exit 1): its state can no longer be trusted.
 */
export function stopOnSignals(log: Logger): Stopping {
  const steps = new AsyncDisposableStack()
  const hurries: (() => void)[] = []
  let stopped: Promise<void> | undefined
  let firstSignal = 0

  const run = async (exitCode: number) => {
    try {
      await steps.disposeAsync()
      process.exit(exitCode)
    } catch (error) {
      log.fatal({ err: error }, 'stopping failed')
      process.exit(1)
    }
  }
  const stop = (exitCode: number) => {
    stopped ??= run(exitCode)
    return stopped
  }
  const onSignal = () => {
    if (!firstSignal) {
      firstSignal = Date.now()
      log.info('stopping')
      void stop(0)
    } else if (Date.now() - firstSignal > SAME_KEYSTROKE) {
      for (const hurry of hurries.toReversed()) hurry()
    }
  }
  const onFault = (error: unknown) => {
    log.fatal({ err: error }, 'an unexpected fault ends the server')
    void stop(1)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  process.on('uncaughtException', onFault)
  process.on('unhandledRejection', onFault)

  return {
    defer(step, hurry) {
      steps.defer(step)
      if (hurry) hurries.push(hurry)
    },
    stop,
  }
}
