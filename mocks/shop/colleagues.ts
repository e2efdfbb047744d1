import { hashPassword } from 'better-auth/crypto'
import { demoPassword } from '../../contract/demoPassword.ts'
import type { Actor } from '../../server/caller.ts'
import type { Tx } from '../../server/database/connect.ts'
import { demoAccounts } from '../../server/session/demoAccounts.ts'
import { addStaff } from '../../server/staff/create.ts'

export type Colleagues = Readonly<
  Record<string, { id: string; name: string; email: string; role: (typeof demoAccounts)[number]['role'] }>
>

/** Everything the shop's own systems did before staff came. */
export const system: Actor = {
  kind: 'system',
  id: null,
  name: 'Invented shop',
  role: null,
  session: null,
  requestId: 'invented-shop',
}

/** Gives each demonstration account to a person, by the part of the address before the @. */
export async function hire(tx: Tx, at: Date): Promise<Colleagues> {
  const colleagues: Record<string, Colleagues[string]> = {}
  // They share a password that stands in the manual, so they may share its hash: making one takes a tenth of a second.
  const password = await hashPassword(demoPassword)
  for (const account of demoAccounts) {
    const { id } = await addStaff(tx, system, at, account, password)
    colleagues[account.email.split('@')[0] ?? account.email] = { id, ...account }
  }
  return colleagues
}
