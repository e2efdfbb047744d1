import { defineConfig } from 'vitest/config'

const { STEWARD_REPORTS } = process.env

export default defineConfig({
  test: {
    reporters: STEWARD_REPORTS
      ? ['default', ['json', { outputFile: `${STEWARD_REPORTS}/vitest.json` }]]
      : ['default'],
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/browser/**', 'test/load/**', 'test/deep/**'],
    globalSetup: ['test/support/globalSetup.ts'],
    // Two cores serve the tests and PostgreSQL alike.
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
