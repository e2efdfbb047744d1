import { expect, test } from '@playwright/test'

test('somebody who is not signed in is sent to the sign-in page once, and back to where they wanted to go', async ({
  page,
}) => {
  const visited: string[] = []
  page.on('framenavigated', (frame) => visited.push(new URL(frame.url()).pathname))
  await page.goto('/customers')
  const email = page.getByRole('textbox', { name: /e-?mail/i })
  await expect(email).toBeVisible()
  // Each change of the address may be told twice; a page that keeps sending people away tells dozens.
  expect(visited.length).toBeLessThanOrEqual(4)

  await email.fill('service@demo.example')
  await page.getByLabel(/password/i).fill('steward-demo-2006')
  await page.getByRole('button', { name: /^sign in$/i }).click()
  await expect(page).toHaveURL(/\/customers$/)
  await expect(page.getByRole('row').nth(1)).toBeVisible()
})
