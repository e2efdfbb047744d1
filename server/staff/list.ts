import { sql } from 'drizzle-orm'
import type { Db } from '../database/connect.ts'
import { staff } from '../database/schema/staff.ts'

/** Everybody who has or had an account, by name as people sort names. */
export function listStaff(db: Db) {
  return db
    .select({ name: staff.name, email: staff.email, role: staff.role, state: staff.state })
    .from(staff)
    .orderBy(sql`${staff.name} collate "und-x-icu"`, staff.id)
}
