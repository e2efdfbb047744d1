import { hashPassword } from 'better-auth/crypto'
import { v7 as uuidv7 } from 'uuid'
import type { NewStaff } from '../../contract/staff.ts'
import type { Actor } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { staff } from '../database/schema/staff.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import { accounts } from '../session/tables.ts'
import { refuseDemoPassword } from './refuseDemoPassword.ts'

/**
 * Makes an account that can sign in at once. There is no sign-up: accounts come from the command line, from a
 * manager, or from the demonstration shop.
 * @throws INVALID (email) if the address is taken; (password) if it is the published one of the demonstration
 */
export async function createStaff(
  tx: Tx,
  by: Actor,
  now: Date,
  { password, ...person }: NewStaff,
): Promise<{ id: string }> {
  refuseDemoPassword(person.email, password)
  return addStaff(tx, by, now, person, await hashPassword(password))
}

/** As `createStaff`, for a password that was hashed before, which is what takes time. */
export async function addStaff(
  tx: Tx,
  by: Actor,
  now: Date,
  { name, email, role }: Omit<NewStaff, 'password'>,
  password: string,
): Promise<{ id: string }> {
  const id = uuidv7()
  const made = await tx
    .insert(staff)
    .values({ id, name, email, role, state: 'active', createdAt: now, updatedAt: now })
    .onConflictDoNothing()
    .returning({ id: staff.id })
  if (made.length === 0)
    throw new Refused('INVALID', { errors: { email: 'There is an account with this e-mail address.' } })
  await tx.insert(accounts).values({
    id: uuidv7(),
    staffId: id,
    providerId: 'credential',
    accountId: id,
    password,
    createdAt: now,
    updatedAt: now,
  })
  await append(tx, { by, now, act: 'create', noun: 'staff', id, details: { role } })
  return { id }
}
