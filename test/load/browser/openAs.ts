import type { Browser, Page } from '@playwright/test'
import type { Running } from '../processes.ts'

/** A page of whoever the load signed in, in a context whose caches are empty: a session of its own would end hers. */
export async function openAs(
  browser: Browser,
  { url, headers }: Running,
): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' })
  const cookies = (headers.Cookie ?? '').split('; ').map((pair) => {
    const [name = '', value = ''] = pair.split('=')
    return { name, value, url }
  })
  await context.addCookies(cookies)
  return { page: await context.newPage(), close: () => context.close() }
}
