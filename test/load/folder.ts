import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { CannotStart } from '../../server/cannotStart.ts'
import { startEmbedded } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'
import { fill } from './fill.ts'
import { inventions } from './invent.ts'
import { type SizeName, sizes } from './sizes.ts'

const log = pino({ level: 'silent' })

/** Quick and careless, for the filling alone: whatever a crash would lose is invented anew. */
const whileFilling = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '8GB',
  shared_buffers: '512MB',
  max_parallel_maintenance_workers: '1',
}

export const folderOf = (size: SizeName, given?: string) =>
  join(given ?? join(tmpdir(), 'steward-bench'), size)

/**
 * A filled folder of the wanted size: the one that is there, if the same code and seed made it and its migrations are
 * still ours (newer ones are run), else a new one.
 */
export async function prepareFolder(
  dataDir: string,
  name: SizeName,
  seed: number,
  say: (text: string) => void,
) {
  const size = sizes[name]
  const { purchases, items, customers, addresses } = inventions(size, seed)
  const recipe = [purchases, items, customers, addresses].map((sql) => sql(1, 1)).join()
  const made = JSON.stringify({ recipe: createHash('sha256').update(recipe).digest('hex'), size, seed })
  const note = join(dataDir, 'bench.json')
  if (existsSync(dataDir) && (!existsSync(note) || readFileSync(note, 'utf8') !== made)) remove(dataDir)
  if (await tryToFill()) return
  remove(dataDir)
  if (!(await tryToFill())) throw new Error(`the folder ${dataDir} could not be filled`)

  async function tryToFill() {
    const embedded = await startEmbedded({ dataDir, log, postgresSettings: whileFilling })
    try {
      writeFileSync(note, made)
      await migrate({ url: embedded.urls().owner })
      await fill(embedded.urls().owner, size, seed, say)
      return true
    } catch (error) {
      if (!(error instanceof CannotStart)) throw error
      say(error.message)
      return false
    } finally {
      await embedded.stop()
    }
  }
}

/** Only ever a folder that a benchmark made, or an empty one. */
function remove(dataDir: string) {
  if (existsSync(dataDir) && !existsSync(join(dataDir, 'bench.json')) && existsSync(join(dataDir, 'pg18')))
    throw new Error(`${dataDir} holds a database that no benchmark made; choose another folder with --data`)
  rmSync(dataDir, { recursive: true, force: true })
}
