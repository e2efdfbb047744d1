import { join } from 'node:path'
import type { Logger } from 'pino'
import { codeOf } from '../cannotStart.ts'
import type { Db } from '../database/connect.ts'
import { type Checkpoint, checkpointHash, fingerprint, type Head, makeCheckpoint } from './checkpoint.ts'
import { appendCheckpoint } from './checkpointFile.ts'
import { checkpointKey } from './checkpointKey.ts'
import { contradictedChains, readHeads } from './heads.ts'

const look = 5_000
const everyLooks = 12
const everyEvents = 10_000

export type Checkpoints = {
  /** Writes a checkpoint now; null if nothing was added since the last. */
  write: () => Promise<Checkpoint | null>
  /** Writes the last one and ends. */
  stop: () => Promise<void>
}

/**
 * Keeps signed checkpoints of the audit record in `checkpoints.jsonl` of the data folder: at start, every minute or
 * 10,000 events while something is added, and at stop. Without them nobody could tell that the newest events were cut
 * off, that a chain was rebuilt, or that an older database was put back.
 * @throws CannotStart if the key that signed earlier checkpoints is gone
 */
export async function startCheckpoints({
  db,
  dataDir,
  now,
  log,
}: {
  db: Db
  dataDir: string
  now: () => Date
  log: Logger
}): Promise<Checkpoints> {
  const key = checkpointKey(dataDir)
  const path = join(dataDir, 'checkpoints.jsonl')
  const attempt = attempts(log)
  let last: Checkpoint | null = null
  let looks = 0

  const write = inTurn(async () => {
    const heads = await readHeads(db)
    const added = await appendCheckpoint(path, (previous) => {
      last = previous
      if (previous?.heads.every(({ hash }, chain) => hash === heads[chain]?.hash)) return null
      const place = { n: (previous?.n ?? 0) + 1, previous: previous && checkpointHash(previous) }
      return makeCheckpoint(key, { ...place, at: now(), heads })
    })
    if (added) last = added
    looks = 0
    return added
  })
  const lookOnce = async () => {
    looks += 1
    if (looks >= everyLooks) await write()
    else if (eventsSince(last?.heads ?? [], await readHeads(db)) >= everyEvents) await write()
  }

  await attempt(async () => {
    await appendCheckpoint(path, (previous) => {
      last = previous
      return null
    })
    await warnIfContradicted(db, last, log)
    await write()
  })
  const timer = setInterval(() => attempt(lookOnce), look).unref()

  return {
    write,
    stop: async () => {
      clearInterval(timer)
      await attempt(write)
    },
  }
}

/** Runs one after the other. Whoever asked hears of a failure; the next in the queue only waits for its end. */
function inTurn<Done>(run: () => Promise<Done>): () => Promise<Done> {
  let queue: Promise<unknown> = Promise.resolve()
  return () => {
    const done = queue.then(run)
    queue = done.catch(() => null)
    return done
  }
}

/** What fails is logged when it begins to, and when it has ended; it is tried again at the next look. */
function attempts(log: Logger) {
  let failing = false
  return async (act: () => Promise<unknown>) => {
    try {
      await act()
      if (failing) log.info('checkpoints of the audit record are written again')
      failing = false
    } catch (error) {
      if (!failing)
        log.error(
          { code: codeOf(error), err: error },
          'a checkpoint of the audit record could not be written',
        )
      failing = true
    }
  }
}

async function warnIfContradicted(db: Db, last: Checkpoint | null, log: Logger) {
  const contradicted = last ? await contradictedChains(db, last.heads) : []
  if (last && contradicted.length > 0)
    log.error(
      { checkpoint: last.n, fingerprint: fingerprint(last), chains: contradicted },
      'the audit record contradicts the last checkpoint: it was altered, or an older database was put back; run `steward verify`',
    )
}

function eventsSince(before: Head[], heads: Head[]) {
  return heads.reduce((sum, { seq }, chain) => sum + Math.abs(seq - (before[chain]?.seq ?? 0)), 0)
}
