import { and, eq } from 'drizzle-orm'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { views } from '../database/schema/views.ts'
import { Refused } from '../errors.ts'
import { refuseStale } from '../refuseStale.ts'
import { mayEdit, visibleViews } from './visible.ts'

type LockedView = typeof views.$inferSelect

/**
 * The view, held until the transaction ends, for its owner; a shared one also for a manager.
 * @throws NOT_FOUND if the reader does not see it; NOT_YOURS if it is another's; VERSION_CONFLICT
 * @throws INVALID_TRANSITION if it is retired
 */
export async function lockView(tx: Tx, by: Staff, id: string, version: number): Promise<LockedView> {
  const [view] = await tx
    .select()
    .from(views)
    .where(and(eq(views.id, id), visibleViews(by)))
    .for('update')
  if (!view) throw new Refused('NOT_FOUND')
  if (!mayEdit(by, view))
    throw new Refused('NOT_YOURS', {
      values: { who: 'whoever saved this view, or a manager if it is shared,' },
    })
  await refuseStale(tx, 'views', id, version, view)
  if (view.state === 'retired')
    throw new Refused('INVALID_TRANSITION', {
      values: { why: 'This view is retired. Save the list as a new one.' },
    })
  return view
}
