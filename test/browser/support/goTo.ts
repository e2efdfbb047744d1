import type { Page } from '@playwright/test'
import { expect } from './expect.ts'

/** Goes to an address within the screens, as a link does: nothing is loaded anew. Dialogs that are open are closed first. */
export async function goTo(page: Page, address: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  // One may lie on another, which is seen once that is gone.
  await expect(async () => {
    if ((await dialog.count()) > 0) await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0, { timeout: 1000 })
  }).toPass()
  // While it still fades, the keys of the page are not heard.
  await expect(page.locator('[role="dialog"], [role="menu"], [aria-modal="true"]')).toHaveCount(0)
  await page.evaluate((to) => {
    window.history.pushState({}, '', to)
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, address)
}
