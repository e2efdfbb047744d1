import { eq } from 'drizzle-orm'
import type { ShareView } from '../../contract/views.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { views } from '../database/schema/views.ts'
import { append } from '../events/append.ts'
import { lockView } from './lockView.ts'

/**
 * Shows a view to everybody who may see its list, or keeps it to its owner again.
 * @throws NOT_FOUND, NOT_YOURS, VERSION_CONFLICT, INVALID_TRANSITION as `lockView`
 */
export async function share(tx: Tx, by: Staff, now: Date, id: string, { version, shared }: ShareView) {
  const view = await lockView(tx, by, id, version)
  if (view.shared === shared) return
  await tx
    .update(views)
    .set({ shared, version: version + 1, updatedAt: now })
    .where(eq(views.id, id))
  await append(tx, { by, now, act: shared ? 'share' : 'unshare', noun: 'views', id })
}
