import { axe } from './support/axe.ts'
import { expect, test } from './support/journey.ts'

const addresses = [
  '/policy',
  '/policy/privacy',
  '/policy/privacy/revisions/1',
  '/policy/privacy/compare/1/2',
  '/policy/privacy/at/2001-01-01',
]

test('what the public reads has no script and no barrier, in light and dark, wide and narrow', async ({
  open,
}) => {
  const page = await open(null)
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    for (const address of addresses) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expect(page.locator('script')).toHaveCount(0)
      await axe(page, address)
    }
  }
})

test('a reader finds the older revision and the day it was in force without a script', async ({ open }) => {
  const page = await open(null, { javaScriptEnabled: false })
  await page.goto('/policy')
  await page.getByRole('link', { name: 'Privacy at Lamplight & Paper' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Privacy at Lamplight & Paper' })).toBeVisible()
  await page.getByRole('link', { name: 'Revision 2', exact: true }).click()
  await expect(page).toHaveURL(/\/policy\/privacy\/revisions\/2$/)
  await expect(page.getByRole('main')).toContainText(/Revision 2/)
})
