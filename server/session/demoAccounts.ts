import type { DemoAccount } from '../../contract/session.ts'

export const demoAccounts: readonly DemoAccount[] = [
  { email: 'service@demo.example', name: 'Sofia Marin', role: 'customer_service' },
  { email: 'service2@demo.example', name: 'Noah Lindqvist', role: 'customer_service' },
  { email: 'compliance@demo.example', name: 'Ines Okafor', role: 'compliance' },
  { email: 'compliance2@demo.example', name: 'Tomasz Wrona', role: 'compliance' },
  { email: 'manager@demo.example', name: 'Helen Achterberg', role: 'manager' },
  { email: 'manager2@demo.example', name: 'Rafael Duarte', role: 'manager' },
  { email: 'auditor@demo.example', name: 'Mirja Salonen', role: 'auditor' },
]

/** Whether the password of this account stands in the manual. */
export const isDemoAccount = (email: string) =>
  demoAccounts.some((account) => account.email === email.toLowerCase())
