import { defineConfig } from '@playwright/test'
import journeys from './playwright.config.ts'

/** Walks the invented shop and takes the pictures of docs/: `npm run guide`. */
export default defineConfig({
  ...journeys,
  testDir: 'test/guide',
  // One after the other, so that nobody's work stands in another's picture.
  workers: 1,
  use: { ...journeys.use, viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
})
