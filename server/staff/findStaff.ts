import { sql } from 'drizzle-orm'
import type { Tx } from '../database/connect.ts'
import { staff } from '../database/schema/staff.ts'
import { Refused } from '../errors.ts'

/**
 * The member of staff with this e-mail address, upper and lower case alike.
 * @throws NOT_FOUND if there is none
 */
export async function findStaff(tx: Tx, email: string) {
  const [found] = await tx
    .select({ id: staff.id, name: staff.name, role: staff.role, state: staff.state })
    .from(staff)
    .where(sql`lower(${staff.email}) = lower(${email.trim()})`)
  if (found === undefined) throw new Refused('NOT_FOUND')
  return found
}
