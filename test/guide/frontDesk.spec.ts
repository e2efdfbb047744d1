import type { Page } from '@playwright/test'
import { goTo } from '../browser/support/goTo.ts'
import { importFile } from '../browser/support/importFile.ts'
import { quietOrder } from '../browser/support/importQuiet.ts'
import { expect, test } from '../browser/support/journey.ts'
import { first, records } from '../browser/support/records.ts'
import { refusedAddress } from '../browser/support/refusedAddress.ts'
import { picture } from './picture.ts'

const ofList = { name: 'Order number, reference, customer' }

test('finding a customer, by what they are called now or were called once', async ({ open }) => {
  const shared = 'weavers@mail.example'
  const page = await open('service')
  await importFile('customers', [
    {
      externalId: 'G-1',
      firstName: 'Vera',
      lastName: 'Ekström',
      email: shared,
      city: 'Lund',
      country: 'SE',
    },
  ])
  const vera = await customer(page, 'Vera Ekström', shared)
  await correct(page, vera, { 'E-mail': 'vera@post.example' })
  await importFile('customers', [
    {
      externalId: 'G-2',
      firstName: 'Paul',
      lastName: 'Ekström',
      email: shared,
      city: 'Lund',
      country: 'SE',
    },
  ])
  await goTo(page, '/customers')
  await page.getByRole('textbox', { name: 'Name, e-mail, phone, reference' }).fill(shared)
  await expect(page.getByRole('row').filter({ hasText: 'Vera' })).toContainText('former e-mail')
  await picture(page, 'front-desk-find', page.getByRole('heading', { level: 1 }), page.getByRole('table'))

  await goTo(page, '/')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Find or do something' })).toBeFocused()
  await page.keyboard.type('goncalv')
  await expect(page.getByRole('option').first()).toContainText(/gonçalv/i)
  await picture(page, 'front-desk-palette', page.getByRole('dialog'))
})

test('reading a customer, revealing, correcting, and a colleague who saves first', async ({ open }) => {
  const page = await open('service')
  await importFile('customers', [
    {
      externalId: 'G-3',
      firstName: 'Luisa',
      lastName: 'Prado',
      email: 'luisa.prado@mail.example',
      phone: '+49 30 901820',
      line1: 'Lindenallee 12',
      city: 'Berlin',
      postalCode: '10115',
      country: 'DE',
    },
  ])
  await importFile('purchases', [quietOrder('LP-2041', 'G-3')])
  const luisa = await customer(page, 'Luisa Prado', 'luisa.prado@mail.example')
  await correct(page, luisa, { Company: 'Prado Design' })
  await picture(page, 'front-desk-customer')

  await page.getByRole('button', { name: 'Company', exact: true }).click()
  await picture(page, 'front-desk-source', page.getByRole('dialog'))
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('button', { name: 'Reveal contact data' }).click()
  await page.getByRole('radio', { name: 'The customer asked' }).check()
  await picture(page, 'front-desk-reveal', page.getByRole('dialog'))
  await goTo(page, `/customers/${luisa}/show`)

  const form = await correcting(page)
  await form.getByRole('textbox', { name: 'Last name' }).fill('Prado-Silva')
  await form.getByRole('button', { name: 'The customer called' }).click()
  await picture(page, 'front-desk-correct', form)

  const colleague = await open('service2')
  await goTo(colleague, `/customers/${luisa}/show`)
  await correct(colleague, luisa, { 'Last name': 'Pradó', Company: 'Prado Studio' })
  await form.getByRole('button', { name: 'Save' }).click()
  const conflict = page.getByRole('dialog', { name: 'Noah Lindqvist saved first' })
  await expect(conflict.getByRole('radiogroup', { name: 'Last name' })).toBeVisible()
  await picture(page, 'front-desk-conflict', conflict)
})

test('an address whose postal code is not of its country, and an account that is closed', async ({
  open,
}) => {
  const page = await open('manager')
  const customers = await records(page, 'customers', { status: 'active' })
  const { id, name } = first(customers, 'customer')
  await goTo(page, `/customers/${id}/show`)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await picture(page, 'front-desk-address', await refusedAddress(page, 'Rua da Prata 40'))

  await goTo(page, `/customers/${id}/show`)
  await page.getByRole('button', { name: 'Close account' }).click()
  const closing = page.getByRole('dialog', { name: /^Close the account of / })
  await closing
    .getByRole('textbox', { name: 'Reason' })
    .fill('She wrote that she no longer wants an account.')
  await picture(page, 'managers-close', closing)
})

test('an order that lacks something, and a purchase that is put away', async ({ open }) => {
  const page = await open('service')
  const held = first(await records(page, 'purchases', { orderStatus: 'blocked_missing_info' }), 'held order')
  await goTo(page, `/purchases/${held.id}/show`)
  const lacks = page.getByRole('region', { name: 'This order cannot be processed yet' })
  await expect(lacks).toBeVisible()
  await picture(page, 'front-desk-held', page.getByRole('main').locator('header').first(), lacks)

  const refunded = { activation: 'active', orderStatus: 'refunded', openMatter: 'none' }
  const done = first(await records(page, 'purchases', refunded), 'refunded purchase')
  await goTo(page, `/purchases/${done.id}/show`)
  await page.getByRole('button', { name: 'Deactivate purchase' }).click()
  await page.getByRole('radio', { name: 'The customer asked' }).check()
  await picture(page, 'front-desk-deactivate', page.getByRole('dialog'))
})

test('many purchases at once, up to what a manager brings back', async ({ open }) => {
  const many = 120
  await importFile('customers', [{ externalId: 'G-4', firstName: 'Rosa', lastName: 'Oakhurst' }])
  await importFile(
    'purchases',
    Array.from({ length: many }, (_, at) => quietOrder(`RQ-${1000 + at}`, 'G-4')),
  )
  const page = await open('service')
  await goTo(page, '/purchases')
  await page.getByRole('button', { name: 'Suggested by the activity rule' }).click()
  await page.getByRole('main').getByRole('textbox', ofList).fill('Oakhurst')
  await expect(page.getByText(`${many} purchases`)).toBeVisible()
  const bar = page.getByRole('region', { name: 'Selected purchases' })
  await bar.getByRole('button', { name: `Select all ${many}` }).click()
  await bar.getByRole('button', { name: 'Deactivate' }).click()
  const dialog = page.getByRole('dialog', { name: 'Deactivate purchases' })
  await expect(dialog.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('1')
  await expect(dialog.getByText('Will be deactivated')).toBeVisible()
  await picture(page, 'front-desk-batch', dialog)
  await dialog.getByRole('button', { name: `Propose to deactivate ${many} purchases` }).click()
  await expect(page.getByText('Nothing is changed before a manager approves.')).toBeVisible()

  const manager = await open('manager')
  await manager
    .getByRole('link', { name: `Deactivate ${many} purchases` })
    .first()
    .click()
  await expect(manager.getByRole('button', { name: 'Approve' })).toBeVisible()
  await picture(manager, 'managers-batch')
  await manager.getByRole('button', { name: 'Approve' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
  const main = page.getByRole('main')
  await expect(main.getByText('Done', { exact: true })).toBeVisible({ timeout: 20_000 })
  await picture(page, 'front-desk-result')
})

test('a list as one likes it, and its keys', async ({ open }) => {
  const page = await open('service')
  await goTo(page, '/purchases')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await page.getByRole('button', { name: 'Save view', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save the list as a new view' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('To look at on Monday')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'To look at on Monday', pressed: true })).toBeVisible()
  await page.getByRole('button', { name: 'Order status' }).click()
  await expect(page.getByRole('dialog', { name: 'Order status' })).toContainText(/Shipped[\d,+]+ rows/)
  await picture(page, 'front-desk-filters')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Next row')
  await picture(page, 'front-desk-keys', page.getByRole('dialog'))
})

/** Opens the page of the customer whom these words find. */
async function customer(page: Page, name: string, q: string): Promise<string> {
  const { id } = first(await records(page, 'customers', { q }), `customer ${name}`)
  await goTo(page, `/customers/${id}/show`)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return id
}

async function correcting(page: Page) {
  await expect(page.getByRole('button', { name: 'Correct', exact: true }).first()).toBeVisible()
  await page.getByRole('main').locator('header').getByRole('button', { name: 'Correct' }).click()
  return page.getByRole('dialog', { name: /^Correct customer / })
}

async function correct(page: Page, id: string, fields: Record<string, string>): Promise<void> {
  await goTo(page, `/customers/${id}/show`)
  const form = await correcting(page)
  for (const [name, value] of Object.entries(fields)) await form.getByRole('textbox', { name }).fill(value)
  await form.getByRole('button', { name: 'The customer called' }).click()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
}
