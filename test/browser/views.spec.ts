import type { Page } from '@playwright/test'
import { goTo } from './support/goTo.ts'
import { expect, test } from './support/journey.ts'
import { unique } from './support/unique.ts'

const purchases = async (page: Page) => {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Purchases' }).click()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
}
const tab = (page: Page, name: string) => page.getByRole('group', { name: 'Saved views' }).getByText(name)

async function fromMenu(page: Page, item: string | RegExp) {
  await page.getByRole('button', { name: 'Save view', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('a list is kept as a view for oneself, shared with a colleague, and retired by a manager', async ({
  open,
}) => {
  const name = `Shipped ${unique()}`
  const own = await open('service')
  await purchases(own)
  await own.getByRole('button', { name: 'Order status' }).click()
  const menu = own.getByRole('dialog', { name: 'Order status' })
  const shipped = menu.locator('label').filter({ hasText: 'Shipped' })
  await expect(shipped).toContainText(/Shipped[\d,+]+ rows/)
  const count = /[\d,+]+/.exec(await shipped.innerText())?.[0]
  await shipped.click()
  await own.keyboard.press('Escape')
  await expect(own.getByText(`${count} purchases`)).toBeVisible()
  await own.getByRole('button', { name: 'Placed', exact: true }).last().click()
  await own.keyboard.press('Escape')
  await own.getByRole('button', { name: 'Columns' }).click()
  await own.getByRole('checkbox', { name: 'Open matter' }).click()
  await own.keyboard.press('Escape')
  await expect(own.getByRole('columnheader', { name: 'Open matter' })).toBeVisible()

  await fromMenu(own, 'Save the list as a new view')
  const saving = own.getByRole('dialog', { name: 'Save the list as a view' })
  await saving.getByRole('button', { name: 'Save view' }).click()
  await expect(saving.getByText('This is needed.')).toBeVisible()
  await saving.getByRole('textbox', { name: 'Name' }).fill(name)
  await own.keyboard.press('Enter')
  await expect(saving).toHaveCount(0)
  await expect(own.getByRole('button', { name, pressed: true })).toBeVisible()

  const other = await open('service2')
  await purchases(other)
  await expect(tab(other, name)).toHaveCount(0)

  await fromMenu(own, `Share “${name}” with the team`)
  await expect(own.getByText(`“${name}” is shared with everybody who may see this list.`)).toBeVisible()
  await other.reload()
  await tab(other, name).click()
  await expect(other.getByText(`${count} purchases`)).toBeVisible()
  await expect(other.getByRole('columnheader', { name: 'Open matter' })).toBeVisible()
  await expect(other.getByRole('button', { name: /Order status: Shipped/ })).toBeVisible()
  await other.getByRole('button', { name: 'Save view', exact: true }).click()
  await expect(other.getByRole('menuitem')).toHaveCount(1)
  await other.keyboard.press('Escape')
  await other.getByRole('button', { name: 'Clear all' }).click()
  await expect(other.getByRole('button', { name: /Order status: Shipped/ })).toHaveCount(0)
  await expect(other.getByRole('button', { name, pressed: false })).toBeVisible()

  await own.getByRole('button', { name: 'Clear the filter Order status' }).click()
  await fromMenu(own, `Keep the list as it is now in “${name}”`)
  await expect(own.getByRole('button', { name, pressed: true })).toBeVisible()
  await fromMenu(own, `Rename “${name}”`)
  await own.getByRole('textbox', { name: 'Name' }).fill(`${name} renamed`)
  await own.keyboard.press('Enter')
  await expect(tab(own, `${name} renamed`)).toBeVisible()

  const phone = await open('service2', { viewport: { width: 390, height: 844 } })
  await goTo(phone, '/purchases')
  await phone.getByRole('button', { name: 'Views', exact: true }).click()
  await phone.getByRole('menuitem', { name: `${name} renamed` }).click()
  await phone.getByRole('button', { name: 'Views', exact: true }).click()
  await expect(phone.getByRole('menuitem', { name: `${name} renamed` })).toHaveClass(/Mui-selected/)

  const manager = await open('manager')
  await purchases(manager)
  await tab(manager, `${name} renamed`).click()
  await fromMenu(manager, /^Retire/)
  await manager.getByRole('dialog').getByRole('button', { name: 'Retire view' }).click()
  await expect(tab(manager, `${name} renamed`)).toHaveCount(0)
  await own.reload()
  await expect(own.getByRole('row').nth(1)).toBeVisible()
  await expect(tab(own, `${name} renamed`)).toHaveCount(0)
})

test('a search is not kept in a view, and the dialog says so before anything is saved', async ({ open }) => {
  const page = await open('auditor')
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Customers' }).click()
  await page.getByRole('textbox', { name: 'Name, e-mail, phone, reference' }).fill('goncalv')
  await expect(page.getByRole('row').nth(1)).toContainText(/gonçalv/i)
  await fromMenu(page, 'Save the list as a new view')
  const saving = page.getByRole('dialog', { name: 'Save the list as a view' })
  await expect(saving.getByRole('alert')).toContainText('The search is not kept in the view')
  await expect(saving.getByRole('checkbox')).toHaveCount(0)
  const name = `Mine ${unique()}`
  await saving.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(tab(page, name)).toBeVisible()
  await page.reload()
  await tab(page, name).click()
  await expect(page.getByRole('textbox', { name: 'Name, e-mail, phone, reference' })).toHaveValue('')
  expect(page.url()).not.toContain('goncalv')
})
