import { lt } from 'drizzle-orm'
import type { Db } from '../database/connect.ts'
import { dryRuns } from '../database/schema/batches.ts'

/** A dry run can be run for a day; milliseconds. */
export const dryRunKept = 24 * 60 * 60_000

/** Forgets the dry runs of yesterday; what was run of them stands in its batch. */
export async function sweepDryRuns(db: Db, now: Date): Promise<void> {
  await db.delete(dryRuns).where(lt(dryRuns.at, new Date(now.getTime() - dryRunKept)))
}
