import { type Browser, type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { expect } from './expect.ts'
import { guard } from './guard.ts'
import { enter, type Who } from './signIn.ts'
import { watchTraffic } from './traffic.ts'

const patience = 60_000

type Journey = {
  /** A browser of one's own for a member of staff, signed in; or for somebody from outside, with nobody named. */
  open: (who: Who | null, options?: BrowserContextOptions) => Promise<Page>
}
type Desk = { page: Page; faults: () => string[]; isPlain: boolean }

/**
 * Desks of this worker, which is a process of its own, that an earlier journey left. Nothing of it is there any more,
 * but a page that ran the screens once starts them at half the cost.
 */
const left: Desk[] = []

/** A journey of one or several people, each at a desk of their own; it fails when any of their browsers complains. */
export const test = base.extend<Journey>({
  open: async ({ browser, baseURL }, use, info) => {
    info.setTimeout(patience)
    const desks: Desk[] = []
    await use(async (who, options) => {
      const plain = who && !options ? left.pop() : undefined
      const desk = plain ?? (await newDesk(browser, new URL(baseURL ?? '').origin, options))
      desks.push(desk)
      if (who) await enter(desk.page, who)
      return desk.page
    })
    const found = desks.flatMap(({ faults }) => faults())
    await Promise.all(desks.map(leave))
    expect(found, 'what the browsers complained about').toEqual([])
  },
})

async function newDesk(browser: Browser, origin: string, options?: BrowserContextOptions): Promise<Desk> {
  const context = await browser.newContext(options)
  const faults = guard(context, origin)
  watchTraffic(context)
  return { page: await context.newPage(), faults, isPlain: !options }
}

/** Clears the desk for whoever comes next; a desk that was refitted is given up. */
async function leave(desk: Desk): Promise<void> {
  const { page, isPlain } = desk
  const context = page.context()
  const isAsItWas = !page.isClosed() && context.pages().length === 1 && page.viewportSize()?.width === 1280
  if (!isPlain || !isAsItWas) return context.close()
  await page.unrouteAll()
  await context.setOffline(false)
  // What the screens write when they are left is there to be taken away.
  await page.goto('/healthz')
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await context.clearCookies()
  left.push(desk)
}

export { expect }
