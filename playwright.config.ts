import { existsSync } from 'node:fs'
import { defineConfig, type ReporterDescription } from '@playwright/test'
import { chromium, launchOptions } from './test/browser/support/chromium.ts'

if (!existsSync(chromium)) {
  console.error(
    `The browser tests need Chromium and there is none at ${chromium}: install it with "sudo apt-get install chromium", or name another in CHROMIUM.`,
  )
  process.exit(1)
}

const { STEWARD_REPORTS, STEWARD_BROWSER_URL } = process.env
const report: ReporterDescription[] = STEWARD_REPORTS
  ? [['json', { outputFile: `${STEWARD_REPORTS}/playwright.json` }]]
  : []

export default defineConfig({
  testDir: 'test/browser',
  globalSetup: './test/browser/startProduct.ts',
  // A journey waits for half of its time: two cores serve three browsers, the product and its database.
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ...report],
  projects: [{ name: 'chromium' }],
  use: {
    // Known in the workers, which read this file again after the product has started.
    ...(STEWARD_BROWSER_URL ? { baseURL: STEWARD_BROWSER_URL } : {}),
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    launchOptions,
  },
})
