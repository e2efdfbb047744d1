import { expect, test } from '@playwright/test'

const kilobyte = 1024

test('the files of the first list, its font included, weigh at most 330 kilobytes, and it takes at most twelve requests', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('textbox', { name: /e-?mail/i }).fill('service@demo.example')
  await page
    .getByLabel(/password/i)
    .first()
    .fill('steward-demo-2006')
  await page.getByRole('button', { name: /^sign in$/i }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  // What the start page still asks for would count as the list's.
  await page.goto('about:blank')

  const client = await page.context().newCDPSession(page)
  await client.send('Network.clearBrowserCache')
  let requests = 0
  const asked: string[] = []
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    requests += 1
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) {
      asked.push(pathname)
      return
    }
    // What comes out of the cache after all is reported with a negative size.
    sizes.push(request.sizes().then(({ responseBodySize }) => Math.max(0, responseBodySize)))
  })
  await page.goto('/customers')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  // What is asked for ahead is what the page then uses.
  await expect.poll(() => asked.toSorted()).toEqual(['/api/customers', '/api/session', '/api/views'])
  await page.waitForLoadState('networkidle')

  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(100 * kilobyte)
  expect(total).toBeLessThanOrEqual(330 * kilobyte)
  expect(requests).toBeLessThanOrEqual(12)
  expect(asked).toHaveLength(3)
})

test('who is not signed in asks for no customers, wherever the address leads', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/customers')
  await expect(page.getByRole('button', { name: /^sign in$/i })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(asked).not.toContain('/api/customers')
})
