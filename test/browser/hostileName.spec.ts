import type { Page } from '@playwright/test'
import { goTo } from './support/goTo.ts'
import { importFile } from './support/importFile.ts'
import { expect, test } from './support/journey.ts'
import { first, records } from './support/records.ts'
import { unique } from './support/unique.ts'

const hostile = '<img src=x onerror=window.__xss=1>'

test('a customer whose name is a script is shown as text everywhere', async ({ open }) => {
  const family = `Onerror${unique()}`
  const name = `${hostile} ${family}`
  const externalId = unique()
  await importFile('customers', [
    { externalId, firstName: hostile, lastName: family, line1: hostile, city: hostile, country: 'DE' },
  ])
  await importFile('purchases', [
    {
      number: `#${unique()}`,
      customerExternalId: externalId,
      placedAt: '2020-05-04',
      finalAt: '2020-05-08',
      orderStatus: 'delivered',
      currency: 'EUR',
      gross: '12.00',
      itemTitle: hostile,
      itemQuantity: '1',
      itemUnitPrice: '12.00',
    },
  ])

  const page = await open('compliance')
  const customer = first(await records(page, 'customers', { q: family }), 'customer of that name')
  const purchase = first(await records(page, 'purchases', { customerId: customer.id }), 'purchase of hers')
  expect(customer.name).toBe(name)

  const search = page.getByRole('textbox', { name: 'Search customers, references, orders' })
  await search.fill(family)
  await page.keyboard.press('Enter')
  await page.getByRole('row').getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Addresses' })).toContainText(hostile)
  await isText(page)

  await goTo(page, '/purchases')
  await page.getByRole('textbox', { name: 'Order number, reference, customer' }).fill(purchase.reference)
  await expect(page.getByRole('row').getByRole('link', { name })).toBeVisible()
  await isText(page)
  await goTo(page, `/purchases/${purchase.id}/show`)
  await expect(page.getByRole('main').getByRole('link', { name })).toBeVisible()
  await expect(page.getByRole('cell', { name: hostile })).toBeVisible()
  await isText(page)

  await goTo(page, '/disclosures/create')
  await page.getByRole('textbox', { name: 'Agency' }).fill(hostile)
  await page.getByRole('combobox', { name: 'Add a person' }).fill(family)
  await page.getByRole('option').filter({ hasText: customer.reference }).click()
  await expect(page.getByRole('list', { name: 'People' })).toContainText(name)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Draft of / })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name })).toBeVisible()
  await isText(page)
})

async function isText(page: Page): Promise<void> {
  expect(await page.evaluate(() => '__xss' in window)).toBe(false)
  await expect(page.locator('img[onerror], img[src="x"]')).toHaveCount(0)
}
