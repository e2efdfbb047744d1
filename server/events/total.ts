import type { Db } from '../database/connect.ts'
import { statement } from '../database/statement.ts'

const sumHeads = statement<{ rows: number }>(
  'events',
  'SELECT coalesce(sum(seq), 0)::bigint AS rows FROM event_heads',
)

/** How many events there are: the chains number theirs without a gap. */
export async function totalOfEvents(db: Db): Promise<number> {
  const [all] = await sumHeads(db, [])
  return all?.rows ?? 0
}
