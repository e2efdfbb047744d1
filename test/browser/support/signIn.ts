import type { Page } from '@playwright/test'
import { expect } from './expect.ts'

/** The demonstration accounts as the sign-in page names them. */
const names = {
  service: 'Sofia Marin',
  service2: 'Noah Lindqvist',
  compliance: 'Ines Okafor',
  compliance2: 'Tomasz Wrona',
  manager: 'Helen Achterberg',
  manager2: 'Rafael Duarte',
  auditor: 'Mirja Salonen',
} as const

export type Who = keyof typeof names
export const nameOf = (who: Who) => names[who]
export const password = 'steward-demo-2006'

/** Signs in as people do: one click in the demonstration's list fills the form, another sends it. */
export async function signIn(page: Page, who: Who): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: names[who] }).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Start', level: 1 })).toBeVisible()
}
