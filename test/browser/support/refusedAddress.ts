import type { Locator, Page } from '@playwright/test'
import { expect } from './expect.ts'

/** Adds an address in Lisbon with a postal code of another country on a customer's page: the form stays, and says why. */
export async function refusedAddress(page: Page, street: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Add address' }).click()
  const form = page.getByRole('dialog', { name: /^Add an address to / })
  const field = (name: string) => form.getByRole('textbox', { name })
  await field('Street').fill(street)
  await field('City').fill('Lisboa')
  await field('Postal code').fill('10115')
  await form.getByRole('combobox', { name: 'Country' }).fill('portu')
  await page.getByRole('option', { name: 'Portugal' }).click()
  await form.getByRole('button', { name: 'The customer wrote' }).click()
  await form.getByRole('button', { name: 'Add address' }).click()
  await expect(field('Postal code')).toHaveAccessibleDescription('This is not a postal code of Portugal.')
  return form
}
