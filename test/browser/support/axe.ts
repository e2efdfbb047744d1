import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './expect.ts'
import { settled, still } from './settled.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
export type Scheme = 'light' | 'dark'
const both: readonly Scheme[] = ['light', 'dark']

/** The page as it stands has no barrier that a machine can find, in light and in dark, and does not run out at the side. */
export async function axe(page: Page, place: string, schemes = both): Promise<void> {
  // What lies under the pointer by chance would say its name over the page.
  await page.mouse.move(0, 0)
  await settled(page)
  // The scheme that is on comes first: changing it costs more than looking.
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  const ordered = isDark ? schemes.toReversed() : schemes
  const [first] = ordered
  for (const colorScheme of ordered) {
    await page.emulateMedia({ colorScheme })
    await still(page)
    const builder = await axeIn(page)
    // The second time it is the same page in other colours: only the colours can be wrong.
    if (colorScheme === first) builder.withTags(standards)
    else builder.withRules('color-contrast')
    const { violations } = await builder.analyze()
    const barriers = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
    )
    expect.soft(barriers, `barriers on ${place} in ${colorScheme}`).toEqual([])
  }
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect.soft(isWider, `${place} runs out at the side`).toBe(false)
}

/** Half a megabyte of script goes into a page once and stays there as long as the page does. */
async function axeIn(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(keepColours)
  const builder = new AxeBuilder({ page, ...(isThere ? { axeSource: 'void 0' } : {}) })
  return builder.setLegacyMode().options({ resultTypes: ['violations'], preload: false })
}

type Colour = { r: number; g: number; b: number; alpha: number; parseString: (text: string) => Colour }
declare global {
  interface Window {
    axe?: { commons: { color: { Color: { prototype: Colour } } } }
  }
}

/**
 * A page has a dozen colours, and axe works each out anew for every element behind every text, an eighth of all it
 * does: here it keeps what it worked out. @returns whether there is an axe in the page
 */
function keepColours(): boolean {
  if (!window.axe) return false
  const { prototype } = window.axe.commons.color.Color
  const { parseString } = prototype
  if (parseString.name === 'parseOnce') return true
  const known = new Map<string, Pick<Colour, 'r' | 'g' | 'b' | 'alpha'>>()
  prototype.parseString = function parseOnce(this: Colour, text) {
    const seen = known.get(text)
    if (seen) return Object.assign(this, seen)
    const { r, g, b, alpha } = parseString.call(this, text)
    known.set(text, { r, g, b, alpha })
    return this
  }
  return true
}
