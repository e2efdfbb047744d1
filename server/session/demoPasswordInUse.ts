import { and, eq, inArray, sql } from 'drizzle-orm'
import { demoPassword } from '../../contract/demoPassword.ts'
import type { Db } from '../database/connect.ts'
import { staff } from '../database/schema/staff.ts'
import { checkPassword } from './checkPassword.ts'
import { demoAccounts } from './demoAccounts.ts'
import { accounts } from './tables.ts'

/**
 * The e-mail addresses of demonstration accounts that still have the published password. Outside the demonstration
 * the server must not start while there are any. Costs one query, and 60 ms for each such account.
 */
export async function demoPasswordInUse(db: Db): Promise<string[]> {
  const candidates = await db
    .select({ email: staff.email, password: accounts.password })
    .from(staff)
    .innerJoin(accounts, and(eq(accounts.staffId, staff.id), eq(accounts.providerId, 'credential')))
    .where(
      inArray(
        sql`lower(${staff.email})`,
        demoAccounts.map(({ email }) => email),
      ),
    )
  const open: string[] = []
  for (const { email, password } of candidates) {
    if (await checkPassword(password, demoPassword)) open.push(email)
  }
  return open
}
