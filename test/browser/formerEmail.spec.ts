import type { Page } from '@playwright/test'
import { importFile } from './support/importFile.ts'
import { expect, test } from './support/journey.ts'
import { first, records } from './support/records.ts'
import { unique } from './support/unique.ts'

const sign = unique()
const shared = `weavers.${sign}@mail.example`.toLowerCase()
const exact = `mara.${sign}@mail.example`.toLowerCase()
const misspelled = `maar.${sign}@mail.example`.toLowerCase()

/** What staff do to a customer's address, as the screens send it. */
async function correct(page: Page, email: string) {
  const { id, version } = first(await records(page, 'customers', { q: shared }), 'customer with the address')
  const status = await page.evaluate(
    async ([address, body]) => {
      const headers = { 'Content-Type': 'application/json' }
      return (await fetch(address, { method: 'PUT', headers, body })).status
    },
    [`/api/customers/${id}`, JSON.stringify({ version, email, reason: 'The customer called.' })] as const,
  )
  expect(status).toBe(200)
}

test('a subpoena names three addresses: both people of one are offered one by one, and a misspelled one finds nobody', async ({
  open,
}) => {
  const clerk = await open('service2')
  await importFile('customers', [
    { externalId: `V${sign}`, firstName: 'Vera', lastName: sign, email: shared, country: 'DE' },
  ])
  await correct(clerk, `vera.${sign}@post.example`.toLowerCase())
  await importFile('customers', [
    { externalId: `P${sign}`, firstName: 'Paul', lastName: sign, email: shared, country: 'DE' },
    { externalId: `M${sign}`, firstName: 'Mara', lastName: sign, email: exact, country: 'DE' },
  ])

  await clerk.getByRole('textbox', { name: 'Search customers, references, orders' }).fill(shared)
  await clerk.keyboard.press('Enter')
  await expect(clerk.getByRole('row').filter({ hasText: `Vera ${sign}` })).toContainText('former e-mail')
  await expect(clerk.getByRole('row').filter({ hasText: `Paul ${sign}` })).not.toContainText('former e-mail')
  expect(decodeURIComponent(clerk.url())).not.toContain(shared)

  const page = await open('compliance')
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Disclosures' }).click()
  await page.getByRole('link', { name: 'New request' }).click()
  const people = page.getByRole('list', { name: 'People' })
  const add = page.getByRole('combobox', { name: 'Add a person' })
  const option = (name: string) => page.getByRole('option').filter({ hasText: `${name} ${sign}` })

  await add.fill(shared)
  await expect(option('Vera')).toContainText('former e-mail')
  await expect(option('Paul')).not.toContainText('former e-mail')
  await expect(page.getByRole('option', { name: /all/i })).toHaveCount(0)
  await option('Paul').click()
  await expect(people.getByRole('listitem')).toHaveCount(1)
  await expect(add).toHaveValue(shared)
  await expect(option('Paul')).toHaveCount(0)
  await option('Vera').click()
  await expect(people.getByRole('listitem')).toHaveCount(2)
  await expect(add).toHaveValue('')

  await add.fill(exact)
  await option('Mara').click()
  await add.fill(misspelled)
  await page.getByRole('option', { name: `Not found: note “${misspelled}” as the agency gave it` }).click()
  await expect(people.getByRole('listitem')).toHaveCount(4)

  const sure = (name: string) =>
    page.getByRole('combobox', { name: `How sure it is that ${name} ${sign} is meant` })
  await expect(sure('Paul')).toHaveText('Surely meant')
  await expect(sure('Vera')).toHaveText('Probably meant')
  await expect(sure('Mara')).toHaveText('Surely meant')
  await expect(people.getByRole('listitem').nth(1)).toContainText(shared)
  await expect(people.getByRole('listitem').nth(3)).toContainText('As the agency gave it; no customer picked')
})
