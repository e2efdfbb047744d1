import { desc, eq } from 'drizzle-orm'
import { blockReasons, cancelReasons, type Purchase } from '../../contract/purchases.ts'
import { requirementFields } from '../../contract/settings.ts'
import type { Db } from '../database/connect.ts'
import { purchaseOrderStates } from '../database/schema/purchases.ts'
import { staff } from '../database/schema/staff.ts'

const reasons = [...blockReasons, ...cancelReasons]

/** How an order was held back, let go on and cancelled here, the latest first. */
export async function readOrderHistory(db: Db, purchaseId: string): Promise<Purchase['orderHistory']> {
  const { id, orderStatus, reason, note, missing, at } = purchaseOrderStates
  const rows = await db
    .select({ id, orderStatus, reason, note, missing, at, by: { id: staff.id, name: staff.name } })
    .from(purchaseOrderStates)
    .leftJoin(staff, eq(staff.id, purchaseOrderStates.by))
    .where(eq(purchaseOrderStates.purchaseId, purchaseId))
    .orderBy(desc(at), desc(id))
  return rows.map((row) => ({
    ...row,
    reason: reasons.find((each) => each === row.reason) ?? null,
    missing: requirementFields.filter((field) => row.missing.includes(field)),
    at: row.at.toISOString(),
  }))
}
