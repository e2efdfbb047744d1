import { eq, type SQL } from 'drizzle-orm'
import type { Change } from '../../contract/changes.ts'
import type { Staff } from '../caller.ts'
import type { Db, Tx } from '../database/connect.ts'
import { changes as table } from '../database/schema/customers.ts'
import { staff } from '../database/schema/staff.ts'
import { maskedValue } from './maskedValue.ts'

/** Changes in clear, with the version that each made of its record: for a comparison whose outcome is shown masked. */
export async function readVersions(db: Db | Tx, picked: SQL | undefined, order: SQL[]) {
  const rows = await db
    .select({ change: table, staff: { id: staff.id, name: staff.name } })
    .from(table)
    .leftJoin(staff, eq(staff.id, table.by))
    .where(picked)
    .orderBy(...order)
  return rows.map(({ change, staff: by }) => ({
    ...change,
    by,
    at: change.at.toISOString(),
  }))
}

/** A change as everybody sees it until the customer is revealed. */
export function maskedChange<Known extends Pick<Change, 'field' | 'before' | 'after'>>(change: Known): Known {
  const { field, before, after } = change
  return { ...change, before: maskedValue(field, before), after: maskedValue(field, after) }
}

/** Changes as lists show them. */
export async function readChanges(db: Db, _by: Staff, picked: SQL, order: SQL[]): Promise<Change[]> {
  return (await readVersions(db, picked, order)).map(({ version: _, ...change }) => maskedChange(change))
}

/** One change, or null. */
export async function readChange(db: Db, by: Staff, _now: Date, id: string): Promise<Change | null> {
  const [change] = await readChanges(db, by, eq(table.id, id), [])
  return change ?? null
}
