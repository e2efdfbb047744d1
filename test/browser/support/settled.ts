import type { Page } from '@playwright/test'
import { expect } from './expect.ts'
import { quiet } from './traffic.ts'

/** Waits until nothing on the page loads or moves any more. */
export async function settled(page: Page): Promise<void> {
  await quiet(page)
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await still(page)
}

/** Waits until nothing moves; what moves for as long as it is there does not count. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What a change of the page sets off starts with the next frame.
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
    for (const animation of document.getAnimations()) {
      if (Number.isFinite(Number(animation.effect?.getComputedTiming().endTime))) animation.finish()
    }
  })
}
