import { codeOf } from '../cannotStart.ts'
import type { Db, Tx } from '../database/connect.ts'

/** A stream in pieces of so many; the last one may be shorter. */
export async function* chunksOf<T>(list: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = []
  for await (const item of list) {
    chunk.push(item)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

type Work<T> = {
  db: Db
  chunk: T[]
  /** Everything for these rows in one transaction; answers what to do once it is kept. */
  write: (tx: Tx, rows: T[]) => Promise<() => void>
  /** The database refuses this row whatever is tried. */
  refuse: (row: T, code: string) => void
}

/**
 * Writes a chunk of rows in one transaction. Where another writer came in between it is tried once more; what the
 * data itself makes impossible costs only the rows at fault, since the chunk is then written row by row.
 */
export async function writeChunk<T>({ db, chunk, write, refuse }: Work<T>): Promise<void> {
  const attempt = async (rows: T[]) => {
    const keep = await db.transaction((tx) => write(tx, rows))
    keep()
  }
  const first = await conflictIn(() => attempt(chunk))
  if (!first) return
  if (!(await conflictIn(() => attempt(chunk)))) return
  for (const row of chunk) {
    const conflict = await conflictIn(() => attempt([row]))
    if (conflict) refuse(row, conflict)
  }
}

/** The code of a conflict with what is stored (classes 22, 23 and 40 of SQLSTATE); any other fault is thrown. */
async function conflictIn(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    const code = codeOf(error) ?? (error instanceof Error ? codeOf(error.cause) : undefined)
    if (code && /^(22|23|40)/.test(code)) return code
    throw error
  }
}
