import type { Page } from '@playwright/test'
import { expect } from './expect.ts'

/** Waits until nothing on the page loads or moves any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)))
    await Promise.allSettled(moving.map(({ finished }) => finished))
  })
}
