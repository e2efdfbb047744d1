import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './expect.ts'
import { settled, still } from './settled.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
export type Scheme = 'light' | 'dark'
const both: readonly Scheme[] = ['light', 'dark']

/** The page as it stands has no barrier that a machine can find, in light and in dark, and does not run out at the side. */
export async function axe(page: Page, place: string, schemes = both): Promise<void> {
  await settled(page)
  // The scheme that is on comes first: changing it costs more than looking.
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  for (const colorScheme of isDark ? schemes.toReversed() : schemes) {
    await page.emulateMedia({ colorScheme })
    await still(page)
    const { violations } = await new AxeBuilder({ page })
      .withTags(standards)
      .options({ resultTypes: ['violations'], preload: false })
      .setLegacyMode()
      .analyze()
    const barriers = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
    )
    expect.soft(barriers, `barriers on ${place} in ${colorScheme}`).toEqual([])
  }
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect.soft(isWider, `${place} runs out at the side`).toBe(false)
}
