import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { recordChanges } from '../../server/changes/record.ts'
import type { Db } from '../../server/database/connect.ts'
import { customers } from '../../server/database/schema/customers.ts'

/** What the shop's own site does when a customer changes the phone number there. */
export function changePhone(db: Db, id: string, phone: string, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(customers).where(eq(customers.id, id)).for('update')
    if (!before) throw new Error('no such customer')
    const version = before.version + 1
    await tx
      .update(customers)
      .set({ phone, phoneTyped: null, version, updatedAt: now })
      .where(eq(customers.id, id))
    await recordChanges(tx, [
      {
        by: { kind: 'customer', id: null, requestId: v7() },
        now,
        customerId: id,
        noun: 'customers',
        id,
        version,
        reason: null,
        differences: [{ field: 'phone', before: before.phone, after: phone }],
      },
    ])
  })
}
