import { resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect } from '../browser/support/expect.ts'
import { settled } from '../browser/support/settled.ts'

const folder = resolve(import.meta.dirname, '../../docs/pictures')
const margin = 16

/** Saves what the page shows as docs/pictures/<name>.webp: all of it, or as much as holds what is to be seen. */
export async function picture(page: Page, name: string, ...seen: Locator[]): Promise<void> {
  await page.bringToFront()
  await page.mouse.move(0, 0)
  // What says that something was done would lie over the picture; it waits while nobody looks at its window.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.locator('.MuiSnackbar-root')).toHaveCount(0)
  await settled(page)
  const path = resolve(folder, `${name}.webp`)
  // A style of the screenshot's own would be refused by the page: the caret is left as it is. At this quality words
  // are as sharp as without loss, at half the size of a PNG.
  const plain = { path, type: 'webp', quality: 85, caret: 'initial', animations: 'allow' } as const
  if (seen.length === 0) await page.screenshot(plain)
  else await page.screenshot({ ...plain, clip: await around(page, seen) })
}

async function around(page: Page, seen: readonly Locator[]) {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  const boxes = await Promise.all(seen.map((one) => one.boundingBox()))
  const found = boxes.filter((box) => box !== null)
  if (found.length < seen.length) throw new Error('what the picture is about cannot be seen')
  const x = Math.max(0, Math.min(...found.map((box) => box.x)) - margin)
  const y = Math.max(0, Math.min(...found.map((box) => box.y)) - margin)
  const right = Math.min(width, Math.max(...found.map((box) => box.x + box.width)) + margin)
  const bottom = Math.min(height, Math.max(...found.map((box) => box.y + box.height)) + margin)
  return { x, y, width: right - x, height: bottom - y }
}
