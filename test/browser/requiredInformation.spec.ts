import type { Page } from '@playwright/test'
import { customerTypes } from './support/customerTypes.ts'
import { goTo } from './support/goTo.ts'
import { importFile } from './support/importFile.ts'
import { expect, test } from './support/journey.ts'
import { first, records } from './support/records.ts'
import { unique } from './support/unique.ts'

/** What the freight needs, as a manager says it on the settings page. */
async function setPhone(page: Page, level: 'For an order' | 'Optional') {
  await goTo(page, '/settings')
  const matrix = page.getByRole('region', { name: 'Required information' })
  await matrix.getByRole('combobox', { name: 'Phone: required' }).click()
  await page.getByRole('option', { name: level }).click()
  await matrix.getByRole('button', { name: 'Save' }).click()
  await expect(matrix.getByText(/by Helen Achterberg/)).toBeVisible()
  await expect(matrix.getByRole('button', { name: 'Save' })).toBeDisabled()
}

const newOrder = (number: string) => ({
  number,
  placedAt: new Date().toISOString(),
  currency: 'EUR',
  orderStatus: 'pending',
  email: `${number.toLowerCase()}@freight.example`,
  firstName: 'Rosa',
  lastName: `Freight ${number}`,
  itemTitle: 'Cabinet, oak',
  itemUnitPrice: '480.00',
  gross: '480.00',
  billingLine1: 'Lindenallee 12',
  billingCity: 'Berlin',
  billingPostalCode: '10115',
  billingCountry: 'DE',
  shippingLine1: 'Lindenallee 12',
  shippingCity: 'Berlin',
  shippingPostalCode: '10115',
  shippingCountry: 'DE',
})

test('an order without the phone number that freight needs is held back, names it alone, and goes on when the customer gives it', async ({
  open,
}) => {
  const manager = await open('manager')
  await setPhone(manager, 'For an order')
  try {
    const number = unique()
    await importFile('purchases', [newOrder(number)])
    const page = await open('service')
    const [purchase] = await records(page, 'purchases', { q: number })
    const { id, customerId } = first(purchase ? [purchase] : [], `order ${number}`)

    await goTo(page, `/purchases/${id}/show`)
    const held = page.getByRole('region', { name: 'This order cannot be processed yet' })
    await expect(held.getByRole('list', { name: 'Missing' }).getByRole('listitem')).toHaveText([
      'Phone number',
    ])
    await expect(page.getByRole('button', { name: 'Unblock order' })).toHaveCount(0)
    const history = page.getByRole('region', { name: 'Order history' })
    await expect(history).toContainText('Held back by the system')
    await expect(history).toContainText('Missing: Phone number')

    await held.getByRole('link', { name: 'Open the customer' }).click()
    await expect(page.getByRole('heading', { level: 1, name: `Rosa Freight ${number}` })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('phone number is missing')

    await customerTypes(customerId, { phone: '+4930901820' })
    await goTo(page, `/purchases/${id}/show`)
    await expect(async () => {
      await page.reload()
      await expect(history).toContainText('Let go on by the system', { timeout: 2000 })
    }).toPass({ timeout: 30_000 })
    await expect(held).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Block order' })).toBeVisible()
    const timeline = page.getByRole('region', { name: 'Timeline' })
    await expect(timeline).toContainText('let the order go on')
    await expect(timeline).toContainText('held the order back')
    await goTo(page, `/customers/${customerId}/show`)
    await expect(timeline).toContainText('The customer changed phone')
  } finally {
    await setPhone(manager, 'Optional')
  }
})

test('staff hold an order back for a reason of theirs, let it go on, and cancel it, by keyboard', async ({
  open,
}) => {
  const number = unique()
  await importFile('purchases', [newOrder(number)])
  const page = await open('service')
  const [purchase] = await records(page, 'purchases', { q: number })
  const { id, reference } = first(purchase ? [purchase] : [], `order ${number}`)
  await goTo(page, `/purchases/${id}/show`)

  await page.getByRole('button', { name: 'Block order' }).press('Enter')
  await page.keyboard.press('1')
  await expect(page.getByRole('radio', { name: 'The address looks wrong' })).toBeChecked()
  await page.keyboard.press('Enter')
  const held = page.getByRole('region', { name: 'Held back by Sofia Marin' })
  await expect(held).toContainText('The address looks wrong')

  await page.getByRole('button', { name: 'Unblock order' }).press('Enter')
  await page.getByRole('textbox', { name: 'Why it can go on' }).fill('She confirmed it on the phone.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(held).toHaveCount(0)

  await page.getByRole('button', { name: 'Cancel order' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: `Cancel the order of purchase ${reference}` })
  await expect(dialog.getByRole('button', { name: 'Keep the order' })).toBeVisible()
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('banner').or(page.getByRole('main'))).toContainText(['Cancelled'])
  const history = page.getByRole('region', { name: 'Order history' })
  await expect(history).toContainText('Cancelled by Sofia Marin')
  await expect(history).toContainText('She confirmed it on the phone.')
})

test('two managers change one setting: nothing that the second typed is lost, and both changes stand', async ({
  open,
}) => {
  const one = await open('manager')
  const other = await open('manager2')
  const open2 = async (page: Page) => {
    await goTo(page, '/settings')
    return page.getByRole('region', { name: 'Required information' })
  }
  const [first, second] = [await open2(one), await open2(other)]
  const sign = unique()
  const words = (part: string) => ({ name: `${part}: why we ask` })
  await first.getByRole('textbox', words('Company')).fill(`For the invoice, ${sign}.`)
  await second.getByRole('textbox', words('Language')).fill(`To write to you, ${sign}.`)
  await second.getByRole('textbox', words('Company')).fill(`Typed by the second, ${sign}.`)

  await first.getByRole('button', { name: 'Save' }).click()
  await expect(first.getByRole('button', { name: 'Save' })).toBeDisabled()
  await second.getByRole('button', { name: 'Save' }).click()
  await expect(second.getByRole('alert')).toContainText('Helen Achterberg changed this')
  await expect(second.getByRole('alert')).toContainText(`It now says “For the invoice, ${sign}.”`)
  await expect(second.getByRole('textbox', words('Company'))).toHaveValue(`Typed by the second, ${sign}.`)
  await expect(second.getByRole('textbox', words('Language'))).toHaveValue(`To write to you, ${sign}.`)

  await second.getByRole('button', { name: 'Save' }).click()
  await expect(second.getByRole('button', { name: 'Save' })).toBeDisabled()
  await second.getByRole('button', { name: 'History' }).click()
  await expect(second.getByRole('listitem').first()).toContainText('by Rafael Duarte')
  await expect(second.getByRole('listitem').first()).toContainText(
    `Company, why we ask: For the invoice, ${sign}. → Typed by the second, ${sign}.`,
  )
})

test('whoever is no manager reads the settings and finds nothing to change', async ({ open }) => {
  const page = await open('service')
  await goTo(page, '/settings')
  await expect(page.getByRole('main')).toContainText('Managers change these. You can read them.')
  await expect(page.getByRole('main').getByRole('button', { name: 'Save' })).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: 'Pages' })).not.toContainText('Settings')
})
