import type { Page } from '@playwright/test'
import { expect, test } from './support/journey.ts'
import { first, records } from './support/records.ts'
import { settled } from './support/settled.ts'

const nobodys = '01890000-0000-7000-8000-000000000000'

test('customer service cannot tell a request that exists from one that does not', async ({ open }) => {
  const officer = await open('compliance')
  const request = first(await records(officer, 'disclosures', { state: 'approved' }), 'approved request')

  const page = await open('service')
  const places = page.getByRole('navigation', { name: 'Pages' })
  await expect(places.getByRole('link', { name: 'Customers' })).toBeVisible()
  await expect(places.getByRole('link', { name: 'Disclosures' })).toHaveCount(0)

  const nothing = await said(page, '/nothings')
  for (const address of [
    '/disclosures',
    '/disclosures/create',
    `/disclosures/${request.id}`,
    `/disclosures/${request.id}/show`,
    `/disclosures/${nobodys}/show`,
  ]) {
    expect(await said(page, address), `${address} reads as a page that nobody has`).toEqual(nothing)
  }

  const search = page.getByRole('textbox', { name: 'Search customers, references, orders' })
  await search.fill(request.reference ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible()
  await expect(page.getByText('No customers match')).toBeVisible()
})

/** What a page says, from its title on, when it is opened by hand. */
async function said(page: Page, address: string): Promise<string[]> {
  await page.goto(address)
  await expect(page.getByRole('main')).toContainText(/No such|Not for/)
  await settled(page)
  return [await page.title(), await page.getByRole('main').innerText()]
}
