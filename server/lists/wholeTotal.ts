import type { Db } from '../database/connect.ts'
import { statement } from '../database/statement.ts'

const countRows = statement<{ rows: number }>(
  'whole total',
  'SELECT coalesce(sum(rows), 0)::bigint AS rows FROM row_counts WHERE noun = $1',
)

/** How many rows a table has, of which triggers keep count. */
export const wholeTotal =
  (table: string) =>
  async (db: Db): Promise<number> => {
    const [whole] = await countRows(db, [table])
    return whole?.rows ?? 0
  }
