import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { recordChanges } from '../../../server/changes/record.ts'
import { withDatabase } from '../../../server/commands/withDatabase.ts'
import { customers } from '../../../server/database/schema.ts'

/** The shop's own site, in a process of its own: its customer fills in a telephone number. */
const [id = '', phone = ''] = process.argv.slice(2)
await withDatabase(async ({ db }) => {
  await db.transaction(async (tx) => {
    const [customer] = await tx.select().from(customers).where(eq(customers.id, id)).for('update')
    if (!customer) throw new Error('no such customer')
    const version = customer.version + 1
    const now = new Date()
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
        differences: [{ field: 'phone', before: customer.phone, after: phone }],
      },
    ])
  })
  return 0
})
