import type { Page } from '@playwright/test'
import { expect, test } from './support/journey.ts'
import { first, records } from './support/records.ts'

const phone = { viewport: { width: 390, height: 844 } }
const list = (page: Page) => page.getByRole('listbox', { name: 'What fits' })
const group = (page: Page, name: string) => list(page).getByRole('group', { name })

async function openPalette(page: Page) {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Find or do something' })).toBeFocused()
}

test('a customer is found from any page without a mouse, and nothing that was typed stays anywhere', async ({
  open,
}) => {
  const page = await open('service')
  await openPalette(page)
  await page.keyboard.type('goncalv')
  const option = group(page, 'Customers').getByRole('option').first()
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await expect(option).toContainText(/gonçalv/i)
  const name = await option.locator('bdi').first().innerText()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

  expect(page.url()).not.toContain('goncalv')
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(kept).not.toMatch(/goncalv|gonçalv/i)

  await page.keyboard.press('Control+k')
  await expect(group(page, 'Seen in this visit').getByRole('option', { name })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the act on the open purchase is in the palette, opens its dialog, and the focus comes back', async ({
  open,
}) => {
  const page = await open('service')
  const settled = { activation: 'active', orderStatus: 'refunded', openMatter: 'none' }
  const { reference, number } = first(await records(page, 'purchases', settled), 'refunded purchase')
  await openPalette(page)
  await page.keyboard.type(number.replace('#', ''))
  await expect(list(page).getByRole('option').first()).toContainText(reference)
  await page.getByRole('combobox').fill(reference)
  await expect(group(page, 'Purchases').getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Deactivate purchase' })).toBeVisible()

  await openPalette(page)
  await page.keyboard.type('deact')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: `Deactivate purchase ${reference}` })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('customer service finds no requests and no way to them; compliance does', async ({ open }) => {
  const officer = await open('compliance')
  const logged = await records(officer, 'disclosures', { state: 'logged' })
  const { reference } = first(logged, 'logged request')
  if (reference === null) throw new Error('a logged request has a reference')
  await openPalette(officer)
  await officer.keyboard.type(reference)
  await expect(group(officer, 'Disclosures').getByRole('option', { name: reference })).toBeVisible()

  const clerk = await open('service')
  const asked: string[] = []
  clerk.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await openPalette(clerk)
  await expect(group(clerk, 'Go to').getByRole('option', { name: 'Disclosures' })).toHaveCount(0)
  await clerk.keyboard.type(reference)
  await expect(clerk.getByText('No record fits.')).toBeVisible()
  expect(asked).not.toContain('/api/disclosures')
})

test('a policy and its revisions are found by their words, and a page by its name', async ({ open }) => {
  const page = await open('manager')
  await openPalette(page)
  await page.keyboard.type('privacy')
  await expect(group(page, 'Policies').getByRole('option').first()).toContainText('Privacy')
  await expect(group(page, 'Revisions').getByRole('option').first()).toContainText('Privacy')
  await page.getByRole('combobox').fill('purch')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Purchases' })).toBeVisible()
})

test('a line that is down is told, what was typed stays, and one click asks again', async ({ open }) => {
  const page = await open('service')
  await openPalette(page)
  await page.route('**/api/customers?*', (route) => route.abort())
  await page.keyboard.type('maja')
  await expect(page.getByRole('alert')).toContainText('The server cannot be reached.')
  await expect(page.getByRole('combobox')).toHaveValue('maja')
  await page.unroute('**/api/customers?*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(group(page, 'Customers').getByRole('option').first()).toBeVisible()
})

test('on a phone a button of the top bar opens it', async ({ open }) => {
  const page = await open('service', phone)
  await page.getByRole('button', { name: /^Find or do something/ }).click()
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.getByRole('button', { name: 'Close' }).press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('rows are walked by j and k and opened by Enter, the sheet says so, and single keys can be switched off', async ({
  open,
}) => {
  const page = await open('service')
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Purchases' }).click()
  const rows = page.getByRole('row')
  const linkOf = (row: number) => rows.nth(row).getByRole('link').first()
  await expect(linkOf(1)).toBeVisible()
  await page.keyboard.press('j')
  await expect(linkOf(1)).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await expect(linkOf(2)).toBeFocused()
  const reference = await linkOf(2).innerText()
  const box = rows.nth(2).getByRole('checkbox')
  await page.keyboard.press('x')
  await expect(box).toBeChecked()
  await expect(linkOf(2)).toBeFocused()
  await page.keyboard.press('x')
  await expect(box).not.toBeChecked()

  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toContainText('Next row')
  await page.keyboard.press('j')
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(linkOf(2)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible()

  await page.keyboard.press('?')
  await sheet.getByRole('switch', { name: 'Single keys are shortcuts' }).press(' ')
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await page.keyboard.press('/')
  await expect(page.getByRole('textbox', { name: 'Search customers, references, orders' })).not.toBeFocused()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await expect(sheet).toContainText('switched off')
  await sheet.getByRole('switch', { name: 'Single keys are shortcuts' }).press(' ')
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await page.keyboard.press('/')
  await expect(page.getByRole('textbox', { name: 'Search customers, references, orders' })).toBeFocused()
})

test('one digit, which tells nobody apart, asks for nothing; two do, and want no total', async ({ open }) => {
  const page = await open('service')
  const asked: string[] = []
  const prefer: (string | undefined)[] = []
  page.on('request', (request) => {
    const address = decodeURIComponent(request.url())
    asked.push(address)
    if (address.includes('"q":"#10"')) prefer.push(request.headers().prefer)
  })
  await openPalette(page)
  await page.keyboard.type('#1', { delay: 120 })
  await expect(page.getByText('No record fits.')).toHaveCount(0)
  await page.keyboard.type('0')
  await expect.poll(() => prefer.length).toBeGreaterThan(1)
  expect(new Set(prefer)).toEqual(new Set(['count=none']))
  expect(asked.filter((url) => /"q":"#1?"/.test(url))).toEqual([])
})
