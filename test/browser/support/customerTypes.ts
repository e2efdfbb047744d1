import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { recordChanges } from '../../../server/changes/record.ts'
import { connect } from '../../../server/database/connect.ts'
import { APPLICATION } from '../../../server/database/roles.ts'
import { runningUrls } from '../../../server/database/running.ts'
import { customers } from '../../../server/database/schema/customers.ts'

/** What the shop's own site writes beside the running product when a customer changes the phone number there. */
export async function customerTypes(customerId: string, { phone }: { phone: string }): Promise<void> {
  const { runtime } = runningUrls(process.env.STEWARD_BROWSER_DATA ?? '')
  const db = connect(runtime, { max: 1, log: pino({ level: 'silent' }), role: APPLICATION })
  try {
    await db.transaction(async (tx) => {
      const [before] = await tx.select().from(customers).where(eq(customers.id, customerId)).for('update')
      if (!before) throw new Error('no such customer')
      const version = before.version + 1
      const now = new Date()
      await tx
        .update(customers)
        .set({ phone, phoneTyped: null, version, updatedAt: now })
        .where(eq(customers.id, customerId))
      await recordChanges(tx, [
        {
          by: { kind: 'customer', id: null, requestId: v7() },
          now,
          customerId,
          noun: 'customers',
          id: customerId,
          version,
          reason: null,
          differences: [{ field: 'phone', before: before.phone, after: phone }],
        },
      ])
    })
  } finally {
    await db.$client.end()
  }
}
