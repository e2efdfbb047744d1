import { defineConfig } from 'vitest/config'

const { STEWARD_REPORTS } = process.env

const slow = ['test/browser/**', 'test/load/**', 'test/deep/**']
/** They look at what a page has that was opened just now: each begins with a window and modules of its own. */
const ofPages = ['test/**/*.test.tsx', 'test/{authProvider,dataProvider,trustedTypes,wordsOfScreens}.test.ts']
const patient = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    reporters: STEWARD_REPORTS
      ? ['default', ['json', { outputFile: `${STEWARD_REPORTS}/vitest.json` }]]
      : ['default'],
    globalSetup: ['test/support/globalSetup.ts'],
    // Two cores serve the tests and PostgreSQL alike.
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      // What the server loads takes as long as most of its tests: a worker loads it once for all of them.
      {
        test: {
          name: 'server',
          include: ['test/**/*.test.ts'],
          exclude: [...slow, ...ofPages],
          isolate: false,
          ...patient,
        },
      },
      { test: { name: 'screens', include: ofPages, exclude: slow, ...patient } },
    ],
  },
})
