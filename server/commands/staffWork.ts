import { v7 as uuidv7 } from 'uuid'
import { NewStaff } from '../../contract/staff.ts'
import { parseBody } from '../body.ts'
import type { Actor } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { Refused } from '../errors.ts'
import { createStaff } from '../staff/create.ts'
import { generatePassword } from '../staff/generatePassword.ts'
import { listStaff } from '../staff/list.ts'
import { resetPassword } from '../staff/resetPassword.ts'
import { unlockStaff } from '../staff/unlock.ts'
import { withDatabase } from './withDatabase.ts'

/** Makes an account and prints its password, which is stored nowhere in clear. */
export const add = (options: { email: string; name: string; role: string }) =>
  onDatabase(async (db, by) => {
    const password = generatePassword()
    const colleague = parseBody(NewStaff, { ...options, password })
    await db.transaction((tx) => createStaff(tx, by, new Date(), colleague))
    showPassword(colleague.email, password)
  })

/** Gives an account a new password, prints it, and ends its sessions. */
export const reset = (email: string) =>
  onDatabase(async (db, by) => {
    const password = generatePassword()
    await db.transaction((tx) => resetPassword(tx, by, new Date(), email, password))
    showPassword(email, password)
  })

/** Lifts the locks that failed sign-ins put on an account. */
export const unlock = (email: string) =>
  onDatabase(async (db, by) => {
    const { locks } = await db.transaction((tx) => unlockStaff(tx, by, new Date(), email))
    console.log(locks === 0 ? `No failed sign-in counted against ${email}.` : `${email} can sign in again.`)
  })

/** Prints everybody who has or had an account, a line each. */
export const list = () =>
  onDatabase(async (db) => {
    for (const { name, email, role, state } of await listStaff(db)) {
      console.log([email, name, role, state].join('\t'))
    }
  })

function showPassword(email: string, password: string) {
  console.log(`Password of ${email}: ${password}`)
  console.log(
    'It is shown this once. Hand it over in person; a lost one is replaced by "steward staff reset-password".',
  )
}

async function onDatabase(work: (db: Db, by: Actor) => Promise<void>) {
  await withDatabase(async ({ db }) => {
    const by: Actor = {
      kind: 'system',
      id: null,
      name: 'operator',
      role: null,
      session: null,
      requestId: uuidv7(),
    }
    try {
      await work(db, by)
      return 0
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      console.error(error.code === 'NOT_FOUND' ? 'Nobody has this e-mail address.' : error.message)
      for (const text of Object.values(error.extra.errors ?? {})) console.error(String(text))
      return 1
    }
  })
}
