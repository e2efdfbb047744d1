import type { Locator } from '@playwright/test'

const farthest = 80

/** Goes to a thing on the page as somebody without a mouse does: by Tab, from wherever the focus is. */
export async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const page = target.page()
  await target.waitFor()
  for (let pressed = 0; pressed <= farthest; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${target}`)
}
