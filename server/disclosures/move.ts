import { eq } from 'drizzle-orm'
import type { Tx } from '../database/connect.ts'
import { disclosures } from '../database/schema/disclosures.ts'
import type { Situation } from './situation.ts'

type Columns = Partial<Omit<typeof disclosures.$inferInsert, 'id' | 'version' | 'updatedAt'>>

/** Writes what an act changes on the locked request, as its next version. */
export async function move(tx: Tx, { disclosure, now }: Situation, columns: Columns) {
  await tx
    .update(disclosures)
    .set({ ...columns, version: disclosure.version + 1, updatedAt: now })
    .where(eq(disclosures.id, disclosure.id))
}
