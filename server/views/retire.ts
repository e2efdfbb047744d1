import { eq } from 'drizzle-orm'
import type { RetireView } from '../../contract/views.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { views } from '../database/schema/views.ts'
import { append } from '../events/append.ts'
import { lockView } from './lockView.ts'

/**
 * Takes a view off everybody's list for good; it is kept, as everything is.
 * @throws NOT_FOUND, NOT_YOURS, VERSION_CONFLICT, INVALID_TRANSITION as `lockView`
 */
export async function retire(tx: Tx, by: Staff, now: Date, id: string, { version }: RetireView) {
  await lockView(tx, by, id, version)
  await tx
    .update(views)
    .set({ state: 'retired', version: version + 1, updatedAt: now })
    .where(eq(views.id, id))
  await append(tx, { by, now, act: 'retire', noun: 'views', id })
}
