import { and, eq, sql } from 'drizzle-orm'
import { Colleague } from '../../contract/colleagues.ts'
import { roles } from '../../contract/permissions.ts'
import { staff } from '../database/schema/staff.ts'
import { anyOf } from '../lists/filters.ts'
import { likeTerm } from '../lists/likeTerm.ts'
import { sortBy, sortByName } from '../lists/sorts.ts'
import type { NounSpec } from '../nounRoutes.ts'

const columns = { id: staff.id, name: staff.name, role: staff.role }
const active = eq(staff.state, 'active')

/** Who a request can be assigned to: the active staff, by name and role and nothing more. */
export const colleagues: NounSpec<Colleague, Colleague> = {
  noun: 'colleagues',
  row: Colleague,
  one: Colleague,
  list: {
    noun: 'colleagues',
    table: staff,
    sorts: { name: sortByName(staff.name), role: sortBy(staff.role) },
    defaultSort: ['name', 'ASC'],
    filters: { role: anyOf(staff.role, roles) },
    search: (q) => sql`${staff.name} ilike ${likeTerm(q)}`,
    visible: () => active,
    rows: (db, _by, picked, order) =>
      db
        .select(columns)
        .from(staff)
        .where(picked)
        .orderBy(...order),
  },
  read: async (db, _by, _now, id) => {
    const [colleague] = await db
      .select(columns)
      .from(staff)
      .where(and(eq(staff.id, id), active))
    return colleague ?? null
  },
}
