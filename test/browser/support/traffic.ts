import type { BrowserContext, Page, Request } from '@playwright/test'

const underWay = new WeakMap<BrowserContext, Set<Request>>()

/** Counts what a browser has asked and not yet been answered. */
export function watchTraffic(context: BrowserContext): void {
  const requests = new Set<Request>()
  underWay.set(context, requests)
  context.on('request', (request) => requests.add(request))
  context.on('requestfinished', (request) => requests.delete(request))
  context.on('requestfailed', (request) => requests.delete(request))
}

/** Waits for a moment without traffic; what an answer leads to is asked within it. */
export async function quiet(page: Page): Promise<void> {
  const isQuiet = () => (underWay.get(page.context())?.size ?? 0) === 0
  for (let calm = 0; calm < 2; calm = isQuiet() ? calm + 1 : 0) await page.waitForTimeout(30)
}
