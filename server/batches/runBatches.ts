import type { Db } from '../database/connect.ts'
import { nextBatch, runChunk } from './runChunk.ts'

type RunOptions = {
  db: Db
  now: () => Date
  /** True when the work is to end after the chunk that is under way. */
  halted?: () => boolean
  /** Hears of a chunk that failed; its batch is left alone until the next round. */
  failed?: (batchId: string, error: unknown) => void
  chunkSize?: number
}

/** Works on whatever batches are due, a chunk of each in turn, until none is left. @returns how many chunks were done */
export async function runBatches({
  db,
  now,
  halted = () => false,
  failed,
  chunkSize,
}: RunOptions): Promise<number> {
  const leftOut: string[] = []
  let chunks = 0
  while (!halted()) {
    const batchId = await nextBatch(db, leftOut)
    if (batchId === null) break
    try {
      if (await runChunk(db, now(), batchId, chunkSize)) chunks++
      else leftOut.push(batchId)
    } catch (error) {
      if (!failed) throw error
      failed(batchId, error)
      leftOut.push(batchId)
    }
  }
  return chunks
}
