import { and, eq, type SQL } from 'drizzle-orm'
import type { View } from '../../contract/views.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { staff } from '../database/schema/staff.ts'
import { views } from '../database/schema/views.ts'
import { mayEdit, visibleViews } from './visible.ts'

/** Saved views with whether the reader may change them. */
export async function readViews(db: Db, by: Staff, picked: SQL | undefined, order: SQL[]): Promise<View[]> {
  const rows = await db
    .select({ view: views, owner: { id: staff.id, name: staff.name } })
    .from(views)
    .innerJoin(staff, eq(staff.id, views.owner))
    .where(picked)
    .orderBy(...order)
  return rows.map(({ view: { owner: _, ...view }, owner }) => ({
    ...view,
    by: owner,
    editable: view.state === 'live' && mayEdit(by, { ...view, owner: owner.id }),
    createdAt: view.createdAt.toISOString(),
    updatedAt: view.updatedAt.toISOString(),
  }))
}

/** One view that the reader sees, or null. */
export async function readView(db: Db, by: Staff, _now: Date, id: string): Promise<View | null> {
  const [view] = await readViews(db, by, and(eq(views.id, id), visibleViews(by)), [])
  return view ?? null
}
