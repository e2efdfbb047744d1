import { expect, test } from '@playwright/test'

test('the sign-in page asks no other host and breaks none of its own rules', async ({ page, baseURL }) => {
  const foreign: string[] = []
  const faults: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== baseURL && !request.url().startsWith('data:'))
      foreign.push(request.url())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) faults.push(message.text())
  })

  const answer = await page.goto('/')
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'")
  await expect(page.getByRole('textbox', { name: /e-?mail/i })).toBeVisible()
  expect(foreign).toEqual([])
  expect(faults).toEqual([])
})

test('the page refuses a script and a style that somebody managed to put into it', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('textbox', { name: /e-?mail/i })).toBeVisible()
  const outcome = await page.evaluate(() => {
    const refused: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective))
    try {
      document.body.innerHTML = '<img src="x" alt="">'
    } catch {
      refused.push('html')
    }
    const style = document.createElement('style')
    style.textContent = 'body { display: none }'
    document.head.append(style)
    return new Promise<string[]>((done) => setTimeout(() => done(refused), 500))
  })
  expect(outcome).toEqual(['html', 'require-trusted-types-for', 'style-src-elem'])
})
