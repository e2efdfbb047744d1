import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { CannotStart } from '../cannotStart.ts'

const SQLITE = { busy: 5, readOnly: 8, cannotOpen: 14 }
const Holder = z.object({ pid: z.number(), since: z.string() })

type OwnerLock = { release(): void }

/** Thrown when a living process of Steward's holds the data folder. */
export class DataInUse extends CannotStart {}

/**
 * One process owns a data folder. The kernel holds the lock and frees it even after `kill -9`, so nothing goes stale.
 * The file is never opened by any other means: closing it once in this process would drop the lock (POSIX).
 * @throws DataInUse while another process holds it
 */
export function takeOwnerLock(dataDir: string): OwnerLock {
  const path = join(dataDir, 'server.lock')
  if (!existsSync(path)) createEmpty(path)
  const held = open(path, dataDir)
  writeFileSync(
    join(dataDir, 'server.json'),
    JSON.stringify({ pid: process.pid, since: new Date().toISOString() }),
    {
      mode: 0o600,
    },
  )
  return {
    release: () => {
      if (held.isOpen) held.close()
    },
  }
}

function open(path: string, dataDir: string) {
  try {
    const held = new DatabaseSync(path, { timeout: 0 })
    try {
      held.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
      return held
    } catch (error) {
      held.close()
      throw error
    }
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
    if (code === SQLITE.busy) {
      throw new DataInUse(`The data folder ${dataDir} is in use by another running server${holder(dataDir)}.`)
    }
    if (code === SQLITE.readOnly || code === SQLITE.cannotOpen) {
      throw new CannotStart(
        `The data in ${dataDir} belongs to another account. Start Steward as that one, or choose another folder with STEWARD_DATA_DIR.`,
      )
    }
    throw error
  }
}

/** For information only: the lock alone decides. */
function holder(dataDir: string) {
  try {
    const { pid, since } = Holder.parse(JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')))
    return ` (process ${pid}, since ${since})`
  } catch {
    return ''
  }
}

function createEmpty(path: string) {
  try {
    writeFileSync(path, '', { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!existsSync(path)) throw error
  }
}
