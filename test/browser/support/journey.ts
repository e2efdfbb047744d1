import { type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { expect } from './expect.ts'
import { guard } from './guard.ts'
import { enter, type Who } from './signIn.ts'
import { watchTraffic } from './traffic.ts'

const patience = 60_000

type Journey = {
  /** A browser of one's own for a member of staff, signed in; or for somebody from outside, with nobody named. */
  open: (who: Who | null, options?: BrowserContextOptions) => Promise<Page>
}

/** A journey of one or several people, each at a desk of their own; it fails when any of their browsers complains. */
export const test = base.extend<Journey>({
  open: async ({ browser, baseURL }, use, info) => {
    info.setTimeout(patience)
    const desks: { faults: () => string[]; close: () => Promise<void> }[] = []
    await use(async (who, options = {}) => {
      const context = await browser.newContext(options)
      const faults = guard(context, new URL(baseURL ?? '').origin)
      desks.push({ faults, close: () => context.close() })
      watchTraffic(context)
      const page = await context.newPage()
      if (who) await enter(page, who)
      return page
    })
    const found = desks.flatMap(({ faults }) => faults())
    await Promise.all(desks.map(({ close }) => close()))
    expect(found, 'what the browsers complained about').toEqual([])
  },
})

export { expect }
