import { demoPassword } from '../../contract/demoPassword.ts'
import { Refused } from '../errors.ts'
import { isDemoAccount } from '../session/demoAccounts.ts'

/**
 * The password of the demonstration is published, so it opens demonstration accounts and nothing else.
 * @throws INVALID (password)
 */
export function refuseDemoPassword(email: string, password: string): void {
  if (password !== demoPassword || isDemoAccount(email)) return
  throw new Refused('INVALID', { errors: { password: 'This password is published. Choose another one.' } })
}
