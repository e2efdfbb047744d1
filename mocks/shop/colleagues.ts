import { demoPassword } from '../../contract/demoPassword.ts'
import type { Actor } from '../../server/caller.ts'
import type { Tx } from '../../server/database/connect.ts'
import { demoAccounts } from '../../server/session/demoAccounts.ts'
import { createStaff } from '../../server/staff/create.ts'

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
  for (const account of demoAccounts) {
    const { id } = await createStaff(tx, system, at, { ...account, password: demoPassword })
    colleagues[account.email.split('@')[0] ?? account.email] = { id, ...account }
  }
  return colleagues
}
