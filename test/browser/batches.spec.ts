import type { Page } from '@playwright/test'
import { goTo } from './support/goTo.ts'
import { importFile } from './support/importFile.ts'
import { expect, test } from './support/journey.ts'
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
  await importQuiet(sign)
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
  await expect(page.getByRole('main').getByText('Done', { exact: true })).toBeVisible({ timeout: 20_000 })

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

  await manager.getByRole('link', { name: /^P-/ }).first().click()
  await expect(manager.getByText(/^Reactivated by .* in a batch/)).toBeVisible()
  await expect(manager.getByRole('link', { name: 'in a batch' })).toHaveCount(2)
})

/** A customer who bought a lot long ago and never came back. */
async function importQuiet(sign: string) {
  await importFile('customers', [{ externalId: sign, firstName: 'Quiet', lastName: sign }])
  await importFile(
    'purchases',
    Array.from({ length: many }, (_, n) => ({
      number: `#${sign}-${n}`,
      customerExternalId: sign,
      placedAt: '2020-05-04',
      finalAt: '2020-05-08',
      orderStatus: 'delivered',
      currency: 'EUR',
      gross: '12.00',
      itemTitle: 'Desk lamp',
      itemQuantity: '1',
      itemUnitPrice: '12.00',
    })),
  )
}
