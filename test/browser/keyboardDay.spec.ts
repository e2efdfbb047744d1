import type { Page } from '@playwright/test'
import { importQuiet } from './support/importQuiet.ts'
import { expect, test } from './support/journey.ts'
import { tabTo } from './support/tabTo.ts'
import { unique } from './support/unique.ts'

const orders = 6

test('a whole day at the front desk needs no mouse: find, correct, reveal, deactivate, a batch, and all of it undone', async ({
  open,
}) => {
  // Eight acts in one go: longer than the other journeys.
  test.setTimeout(120_000)
  const sign = unique()
  const email = `${sign.toLowerCase()}@regular.example`
  await importQuiet(sign, orders, { firstName: 'Rosa', lastName: `Regular ${sign}`, email })
  const page = await open('service2')
  const keys = page.keyboard
  const dialog = page.getByRole('dialog')
  const main = page.getByRole('main')

  // Find: the cursor is in the search already.
  await expect(page.getByRole('textbox', { name: 'Find a customer' })).toBeFocused()
  await keys.type(sign)
  await keys.press('Enter')
  await expect(page.getByText('1 customer', { exact: true })).toBeVisible()
  await expect(main.getByRole('link', { name: `Rosa Regular ${sign}` })).toBeFocused()
  await keys.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: `Rosa Regular ${sign}` })).toBeVisible()
  await expect(main).toBeFocused()

  // Correct.
  await keys.press('e')
  await tabTo(dialog.getByRole('textbox', { name: 'Last name' }))
  await keys.press('Control+a')
  await keys.type(`Regulár ${sign}`)
  await tabTo(dialog.getByRole('textbox', { name: 'Reason' }))
  await tabTo(dialog.getByRole('button', { name: 'The customer called' }))
  await keys.press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await keys.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: `Rosa Regulár ${sign}` })).toBeVisible()

  // Reveal.
  await keys.press('r')
  await expect(dialog.getByRole('radio').first()).toBeVisible()
  await keys.press('1')
  await keys.press('Enter')
  const contact = page.getByRole('region', { name: 'Contact' })
  await expect(contact).toContainText(email)

  // Deactivate one.
  await does(page, `#${sign}-0`, 'Purchases')
  await expect(page.getByRole('button', { name: 'Deactivate purchase' })).toBeVisible()
  await tabTo(main.getByRole('button', { name: 'Deactivate purchase' }))
  await keys.press('Enter')
  await expect(dialog.getByRole('radio').first()).toBeVisible()
  await keys.press('3')
  await keys.press('Enter')
  await expect(main.getByRole('button', { name: 'Reactivate purchase' })).toBeFocused()

  // A batch of the others.
  await does(page, 'purchases', 'Go to')
  await expect(page.getByRole('heading', { level: 1, name: 'Purchases' })).toBeVisible()
  await tabTo(main.getByRole('textbox', { name: 'Order number, reference, customer' }))
  await searches(page, sign)
  await expect(page.getByText(`${orders - 1} purchases`)).toBeVisible()
  await keys.press('Tab')
  for (let row = 1; row < orders; row++) {
    await keys.press('j')
    await keys.press('x')
  }
  const bar = page.getByRole('region', { name: 'Selected purchases' })
  await expect(bar.getByRole('status')).toHaveText(`${orders - 1} selected`)
  await keys.press('d')
  await expect(dialog.getByRole('radio').first()).toBeVisible()
  await keys.press('1')
  await tabTo(dialog.getByRole('button', { name: `Deactivate ${orders - 1} purchases` }))
  await keys.press('Enter')
  await expect(
    page.getByRole('heading', { level: 1, name: `Deactivate ${orders - 1} purchases` }),
  ).toBeVisible()
  await expect(main.getByText('Done', { exact: true })).toBeVisible({ timeout: 20_000 })

  // Undo: what was put away comes back, all of it at once.
  await does(page, 'purchases', 'Go to')
  await tabTo(main.getByRole('button', { name: 'Active', exact: true }))
  await keys.press('ArrowRight')
  await expect(main.getByRole('button', { name: 'Deactivated', exact: true })).toBeFocused()
  await keys.press('Enter')
  // The list keeps what was searched.
  await expect(page.getByText(`${orders} purchases`)).toBeVisible()
  for (let row = 0; row < orders; row++) {
    await keys.press('j')
    await keys.press('x')
  }
  await does(page, 'reactivate', 'Do here')
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await keys.type('They were hers after all.')
  await expect(dialog.getByRole('button', { name: `Reactivate ${orders} purchases` })).toBeEnabled()
  await keys.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: `Reactivate ${orders} purchases` })).toBeVisible()
  await expect(main.getByText('Done', { exact: true })).toBeVisible({ timeout: 20_000 })
})

/** Types a search and waits for its list, since a list that changes lets go of what was selected in the one before. */
async function searches(page: Page, term: string) {
  const listed = page.waitForResponse((answer) =>
    answer.url().includes(`${encodeURIComponent(`"q":"${term}"`)}`),
  )
  await page.keyboard.type(term)
  await listed
}

/** Finds or does something by the palette: types it, and goes down to what is meant. */
async function does(page: Page, what: string, group: string) {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Find or do something' })).toBeFocused()
  await page.keyboard.type(what)
  const meant = page
    .getByRole('group', { name: group })
    .getByRole('option')
    .filter({ hasText: new RegExp(what, 'i') })
    .first()
  await meant.waitFor()
  while ((await meant.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}
