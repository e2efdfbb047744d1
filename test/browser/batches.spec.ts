import type { Page } from '@playwright/test'
import { goTo } from './support/goTo.ts'
import { importFile } from './support/importFile.ts'
import { importQuiet, quietOrder } from './support/importQuiet.ts'
import { expect, test } from './support/journey.ts'
import { post } from './support/post.ts'
import { first, records } from './support/records.ts'
import { unique } from './support/unique.ts'

const many = 128
const cells = (page: Page, outcome: string) =>
  page
    .getByRole('region', { name: 'Progress' })
    .getByRole('row')
    .filter({ hasText: outcome })
    .first()
    .getByRole('cell')

test('customer service proposes to put away what the rule suggests, a manager approves, and brings it back', async ({
  open,
}) => {
  const sign = unique()
  await importQuiet(sign, many, { firstName: 'Quiet', lastName: sign })
  const page = await open('service')
  await goTo(page, '/purchases')
  await page.getByRole('button', { name: 'Suggested by the activity rule' }).click()
  await page.getByRole('main').getByRole('textbox', { name: 'Order number, reference, customer' }).fill(sign)
  await expect(page.getByText(`${many} purchases`)).toBeVisible()

  const bar = page.getByRole('region', { name: 'Selected purchases' })
  await bar.getByRole('button', { name: `Select all ${many}` }).click()
  await expect(bar.getByRole('status')).toHaveText(`All ${many} that match are selected`)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(bar.getByRole('status')).toHaveText(`${many - 1} selected`)

  await bar.getByRole('button', { name: 'Deactivate' }).click()
  const dialog = page.getByRole('dialog', { name: 'Deactivate purchases' })
  await expect(dialog.getByRole('button', { name: 'Deactivate' })).toBeDisabled()
  await page.keyboard.press('1')
  await expect(dialog.getByRole('region', { name: 'What will happen' })).toContainText(
    /Will be deactivated\s*127\s*Deactivated already\s*0/,
  )
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Kept while the dialog is closed')
  await page.keyboard.press('Escape')
  await bar.getByRole('button', { name: 'Deactivate' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveValue('Kept while the dialog is closed')
  await dialog.getByRole('button', { name: 'Propose to deactivate 127 purchases' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Deactivate 127 purchases' })).toBeVisible()
  await expect(page.getByText('Nothing is changed before a manager approves.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0)

  const manager = await open('manager')
  await manager.getByRole('link', { name: 'Deactivate 127 purchases' }).first().click()
  await manager.getByRole('button', { name: 'Approve' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
  await expect(manager.getByRole('main').getByText('Done', { exact: true })).toBeVisible()
  await expect(cells(manager, 'Deactivated').last()).toHaveText('127')

  const [download] = await Promise.all([
    manager.waitForEvent('download'),
    manager.getByRole('link', { name: 'Download result' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('result.csv')

  await manager.getByRole('button', { name: 'Bring back' }).click()
  await manager.getByRole('textbox', { name: 'Why they come back' }).fill('They were to stay after all.')
  await manager.getByRole('dialog').getByRole('button', { name: 'Bring back' }).click()
  await expect(manager.getByRole('heading', { level: 1, name: 'Bring back 127 purchases' })).toBeVisible()
  await expect(manager.getByRole('main').getByText('Done', { exact: true })).toBeVisible()
  await expect(cells(manager, 'Reactivated').last()).toHaveText('127')
  // Who proposed it looks now and then, and has had the time by now.
  await expect(page.getByRole('main').getByText('Done', { exact: true })).toBeVisible({ timeout: 20_000 })

  await manager.getByRole('link', { name: /^P-/ }).first().click()
  await expect(manager.getByText(/^Reactivated by .* in a batch/)).toBeVisible()
  await expect(manager.getByRole('link', { name: 'in a batch' })).toHaveCount(2)
})

test('a batch says of each purchase what became of it, a double click runs it once, and bringing it back leaves alone what was touched since (T20, T21)', async ({
  open,
}) => {
  const sign = unique()
  const orders = 12
  await importQuiet(sign, orders, { firstName: 'Mixed', lastName: sign })
  await importFile('purchases', [{ ...quietOrder(`#${sign}-0`, sign), openMatter: 'dispute' }])
  const page = await open('service')
  const rows = await records(page, 'purchases', { q: sign })
  const id = (n: number) =>
    first(
      rows.filter(({ number }) => number === `#${sign}-${n}`),
      `order ${n}`,
    ).id
  const putAway = (n: number) =>
    post(page, `/api/purchases/${id(n)}/deactivate`, { version: 1, reason: 'duplicate' })
  const takeBack = (n: number, version: number) =>
    post(page, `/api/purchases/${id(n)}/reactivate`, { version, note: 'The customer wants it back.' })
  await putAway(1)

  await goTo(page, '/purchases')
  const main = page.getByRole('main')
  await main.getByRole('button', { name: 'All', exact: true }).click()
  await main.getByRole('textbox', { name: 'Order number, reference, customer' }).fill(sign)
  await expect(page.getByText(`${orders} purchases`)).toBeVisible()
  const bar = page.getByRole('region', { name: 'Selected purchases' })
  await bar.getByRole('button', { name: `Select all ${orders}` }).click()
  await bar.getByRole('button', { name: 'Deactivate' }).click()
  const dialog = page.getByRole('dialog', { name: 'Deactivate purchases' })
  await dialog.getByRole('radio', { name: 'The customer asked' }).check()
  await expect(dialog.getByRole('region', { name: 'What will happen' })).toContainText(
    /Will be deactivated\s*10\s*Deactivated already\s*1\s*Not eligible\s*1/,
  )
  await putAway(2)
  await takeBack(2, 2)
  const ofTwelve = async () =>
    (await records(page, 'batches', {})).filter(({ items }) => items === orders).length
  const before = await ofTwelve()
  await dialog.getByRole('button', { name: 'Deactivate 10 purchases' }).dblclick()
  await expect(main.getByText('Done', { exact: true })).toBeVisible({ timeout: 20_000 })
  expect(await ofTwelve(), 'a double click makes one batch').toBe(before + 1)
  for (const [outcome, many] of [
    [/^Deactivated$/, '9'],
    [/^Deactivated already$/, '1'],
    [/^Not eligible 1: a dispute is open$/, '1'],
    [/^Changed meanwhile$/, '1'],
  ] as const)
    await expect(result(page, outcome)).toHaveText(many)
  await expect(listed(page, `#${sign}-2`)).toContainText('Changed meanwhile')

  await takeBack(3, 2)
  const manager = await open('manager')
  await goTo(manager, new URL(page.url()).pathname)
  await manager.getByRole('button', { name: 'Bring back' }).click()
  await manager.getByRole('textbox', { name: 'Why they come back' }).fill('The filter was wrong.')
  await manager.getByRole('dialog').getByRole('button', { name: 'Bring back' }).click()
  await expect(manager.getByRole('heading', { level: 1, name: 'Bring back 9 purchases' })).toBeVisible()
  await expect(manager.getByRole('main').getByText('Done', { exact: true })).toBeVisible()
  await expect(result(manager, /^Reactivated$/)).toHaveText('8')
  await expect(result(manager, /^Changed meanwhile$/)).toHaveText('1')
  await expect(listed(manager, `#${sign}-3`)).toContainText('Changed meanwhile')
  await expect(listed(manager, `#${sign}-1`), 'what was away before stays away').toHaveCount(0)
  await expect(manager.getByRole('main')).toContainText('The filter was wrong.')
})

/** How many had this outcome. */
const result = (page: Page, outcome: RegExp) =>
  page
    .getByRole('region', { name: 'Progress' })
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: outcome }) })
    .getByRole('cell')
    .last()

/** The row of a purchase below, by its order number. */
const listed = (page: Page, number: string) =>
  page.getByRole('row').filter({ has: page.getByRole('cell', { name: number, exact: true }) })
