import { eq } from 'drizzle-orm'
import type { EditView } from '../../contract/views.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { views } from '../database/schema/views.ts'
import { append } from '../events/append.ts'
import type { Lists } from './lists.ts'
import { lockView } from './lockView.ts'
import { orNameTaken } from './orNameTaken.ts'
import { refuseForeignQuery } from './refuseForeignQuery.ts'

/**
 * Gives a view another name, or keeps the list as it stands now in it.
 * @throws NOT_FOUND, NOT_YOURS, VERSION_CONFLICT, INVALID_TRANSITION as `lockView`; VIEW_HOLDS_PERSON, INVALID as `create`
 */
export const edit = (lists: Lists) => async (tx: Tx, by: Staff, now: Date, id: string, input: EditView) => {
  const { version, ...typed } = input
  const view = await lockView(tx, by, id, version)
  const next = { ...view, ...typed, version: version + 1, updatedAt: now }
  refuseForeignQuery(lists, by, now, next)
  await orNameTaken(tx.update(views).set(next).where(eq(views.id, id)))
  await append(tx, { by, now, act: 'edit', noun: 'views', id, fields: Object.keys(typed) })
}
