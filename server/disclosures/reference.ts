import { sql } from 'drizzle-orm'
import type { Tx } from '../database/connect.ts'
import { referenceYears } from '../database/schema/referenceYears.ts'

const prefix = 'DR'

/** The next DR-YYYY-NNNN of the year in which it is logged; never used again, though a rollback may leave no gap. */
export async function nextReference(tx: Tx, now: Date): Promise<string> {
  const year = now.getUTCFullYear()
  const [counted] = await tx
    .insert(referenceYears)
    .values({ prefix, year, last: 1 })
    .onConflictDoUpdate({
      target: [referenceYears.prefix, referenceYears.year],
      set: { last: sql`${referenceYears.last} + 1` },
    })
    .returning({ last: referenceYears.last })
  if (!counted) throw new Error('the counter of references gave no number')
  return `${prefix}-${year}-${String(counted.last).padStart(4, '0')}`
}
