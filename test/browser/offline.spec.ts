import type { Page } from '@playwright/test'
import { goTo } from './support/goTo.ts'
import { expect, test } from './support/journey.ts'
import { first, records } from './support/records.ts'

const lastYears = new Date(Date.now() - 400 * 24 * 60 * 60_000).toISOString()
const unreachable = 'The server cannot be reached. Nothing was lost; check the connection and try again.'

test('an act without a connection says so, and done again it is written once', async ({ open }) => {
  const page = await open('service2')
  const dialog = await aboutToDeactivate(page, 0)

  await page.context().setOffline(true)
  await dialog.getByRole('button', { name: 'Deactivate purchase' }).click()
  await expect(dialog.getByRole('alert')).toHaveText(unreachable)
  await expect(dialog.getByRole('radio', { name: 'The customer asked' })).toBeChecked()

  await page.context().setOffline(false)
  await dialog.getByRole('button', { name: 'Deactivate purchase' }).click()
  await deactivatedOnce(page)
})

test('an act whose answer was lost on the way says so, and done again it is written once', async ({
  open,
}) => {
  const page = await open('service2')
  const dialog = await aboutToDeactivate(page, 1)

  const reached: number[] = []
  await page.route('**/deactivate', async (route) => {
    const answer = await route.fetch()
    reached.push(answer.status())
    await route.abort('connectionreset')
  })
  await dialog.getByRole('button', { name: 'Deactivate purchase' }).click()
  await expect(dialog.getByRole('alert')).toHaveText(unreachable)
  expect(reached, 'the server had written it').toEqual([200])

  await page.unroute('**/deactivate')
  await dialog.getByRole('button', { name: 'Deactivate purchase' }).click()
  await deactivatedOnce(page)
})

test('a page that is opened without a connection says so at once, and is there when the connection is', async ({
  open,
}) => {
  const page = await open('service2')
  const { id, name } = first(await records(page, 'customers', { status: 'active' }), 'customer')
  await goTo(page, '/customers')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await page.context().setOffline(true)
  await goTo(page, '/batches')
  await expect(page.getByText(unreachable)).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(unreachable)).toBeVisible()
  await page.context().setOffline(false)
  await goTo(page, `/customers/${id}/show`)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

  await page.context().setOffline(true)
  await goTo(page, '/customers/01890000-0000-7000-8000-000000000000/show')
  await expect(page.getByText(unreachable)).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('No such record')).toBeVisible()
  await goTo(page, '/batches')
  await expect(page.getByRole('heading', { level: 1, name: 'Batches' })).toBeVisible()
})

/** Opens the nth of the older purchases that could be deactivated, and its dialog with a reason chosen. */
async function aboutToDeactivate(page: Page, nth: number) {
  const old = { activation: 'active', orderStatus: 'delivered', openMatter: 'none', placedAtTo: lastYears }
  const { id, reference } = first((await records(page, 'purchases', old)).slice(nth), 'delivered purchase')
  await goTo(page, `/purchases/${id}/show`)
  await page.getByRole('button', { name: 'Deactivate purchase' }).click()
  const dialog = page.getByRole('dialog', { name: `Deactivate purchase ${reference}` })
  await dialog.getByRole('radio', { name: 'The customer asked' }).check()
  return dialog
}

async function deactivatedOnce(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Reactivate purchase' })).toBeVisible()
  await page.reload()
  const history = page.getByRole('region', { name: 'Activation' })
  await expect(history.getByText(/^Deactivated by /)).toHaveCount(1)
  const timeline = page.getByRole('region', { name: 'Timeline' })
  await expect(timeline.getByText('deactivated the purchase')).toHaveCount(1)
}
