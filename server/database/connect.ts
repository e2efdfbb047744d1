import { setTimeout as sleep } from 'node:timers/promises'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Pool, type PoolClient, types } from 'pg'
import type { Logger } from 'pino'
import { codeOf } from '../cannotStart.ts'

export type Db = NodePgDatabase & { $client: Pool }
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

export type ConnectOptions = {
  log: Logger
  /** Connections at most. */
  max?: number
  /**
   * Milliseconds after which PostgreSQL gives a statement up, and 200 later we do, should it say nothing; 0 for never.
   * What streams (exports, verification) needs a pool with 0.
   */
  statementTimeout?: number
  /** Milliseconds that a request waits for a connection before it is told that the database does not answer. */
  patience?: number
  /** Every session acts as this role from its first statement on; a login that may not do so is refused. */
  role?: string
}

/**
 * A pool of connections that lose no request silently: a lost connection is logged and replaced, a silent server is
 * given up after two seconds. Sessions speak UTC, so that an instant never depends on the machine.
 */
export function connect(url: string, options: ConnectOptions): Db {
  const { log, max = 10, statementTimeout = 2800, patience = 2000, role } = options
  const settings = [
    `-c statement_timeout=${statementTimeout}`,
    '-c timezone=UTC',
    ...(role ? [`-c role=${role}`] : []),
  ]
  const pool = new Pool({
    connectionString: withOptions(url, settings),
    max,
    connectionTimeoutMillis: patience,
    ...(statementTimeout > 0 && { query_timeout: statementTimeout + 200 }),
    application_name: 'steward',
  })
  const lost = (error: Error) => {
    if (!pool.ending) log.warn({ code: codeOf(error) }, 'a database connection was lost')
  }
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  pool.on('release', (_, client) => {
    if (!isClean(client)) void client.end()
  })
  return drizzle(pool)
}

/**
 * A connection that fell silent is given back with its transaction open, for its ROLLBACK was given up unsent. Whoever
 * used it next would commit what was refused, so it is thrown away instead.
 */
function isClean(client: PoolClient) {
  const answered = 'readyForQuery' in client && client.readyForQuery === true
  return answered && client.getTransactionStatus() === 'I'
}

/** Ends the pool once its connections are idle; one that is not idle after five seconds is left to the server. */
export async function closePool({ $client }: Db) {
  const patience = new AbortController()
  const tooLong = sleep(5000, undefined, { signal: patience.signal, ref: false }).catch(() => undefined)
  await Promise.race([$client.end(), tooLong])
  patience.abort()
}

/** Adds settings to those that the address itself may carry, which would otherwise replace ours. */
function withOptions(url: string, settings: string[]) {
  const address = new URL(url)
  const own = address.searchParams.get('options')
  address.searchParams.set('options', [own, ...settings].filter(Boolean).join(' '))
  return address.href
}

// Counts and amounts in minor units fit a number; what does not must fail loudly rather than be rounded.
types.setTypeParser(types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a safe integer`)
  return value
})
