import { type DestinationStream, type Logger, pino } from 'pino'
import { CannotStart } from './cannotStart.ts'

/** All that may ever enter a log line: nothing here names a customer, repeats a body or a query. */
const ALLOWED = new Set([
  'account',
  'act',
  'chains',
  'checkpoint',
  'code',
  'count',
  'database',
  'err',
  'fingerprint',
  'host',
  'kind',
  'method',
  'migrations',
  'ms',
  'noun',
  'path',
  'port',
  'requestId',
  'role',
  'route',
  'seconds',
  'staff',
  'state',
  'status',
  'verb',
  'version',
])

/** What the driver says of a database that does not answer; these texts have no code and hold no values. */
const SILENCE = /^(Query read timeout|timeout exceeded when trying to connect|Connection terminated[a-z ]*)$/

/** One JSON object a line on standard output. A key that is not allowed is named, its value left out. */
export function createLog(destination: DestinationStream = standardOutput()): Logger {
  return pino(
    {
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: safeError },
      formatters: { level: (level) => ({ level }), log: allowedOnly },
      hooks: {
        // pino would take the message of an error for the text of the line.
        logMethod([first, ...rest], method) {
          const line: unknown = first instanceof Error ? { err: first } : first
          const isBare = typeof line === 'object' && line !== null && 'err' in line && rest.length === 0
          method.apply(this, isBare ? [line, 'a fault'] : [line, ...rest])
        },
      },
    },
    destination,
  )
}

/** Lines of a tenth of a second go out together: a way to the system for each request was a twelfth of its cost. */
const standardOutput = () => pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 100 })

function allowedOnly(line: Record<string, unknown>) {
  const allowed: Record<string, unknown> = {}
  const dropped: string[] = []
  for (const key of Object.keys(line)) {
    if (ALLOWED.has(key)) allowed[key] = line[key]
    else dropped.push(key)
  }
  if (dropped.length > 0) allowed.dropped = dropped
  return allowed
}

type SafeError = {
  type: string
  name?: unknown
  at?: unknown
  code?: unknown
  message?: string
  stack?: string[]
  cause?: SafeError
}

/**
 * Where an error arose, without what it was about: the texts of the database, of a query builder and of a parser
 * repeat what people typed. Messages of our own and of the runtime stay.
 */
function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: typeof error, ...safeParts(error) }
  const isPlain =
    error instanceof CannotStart ||
    error instanceof TypeError ||
    error instanceof ReferenceError ||
    SILENCE.test(error.message)
  return {
    type: error.name,
    ...('code' in error && { code: error.code }),
    ...((isPlain || 'syscall' in error) && { message: error.message }),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .map((line) => line.trim()),
    ...(error.cause !== undefined && depth < 3 && { cause: safeError(error.cause, depth + 1) }),
  }
}

/** What the front door has already made safe of an error. */
function safeParts(error: unknown) {
  if (typeof error !== 'object' || error === null) return {}
  return { ...('name' in error && { name: error.name }), ...('at' in error && { at: error.at }) }
}
