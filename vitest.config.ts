import { defineConfig } from 'vitest/config'

const { STEWARD_REPORTS } = process.env

const slow = ['test/browser/**', 'test/load/**', 'test/deep/**']
/** They look at what a page has that was opened just now: each begins with a window and modules of its own. */
const ofPages = ['test/{authProvider,dataProvider,trustedTypes,wordsOfScreens}.test.ts']
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
      // The screens and what they are made of load once too; what a file leaves in the window is taken away after it.
      {
        test: {
          name: 'screens',
          include: ['test/**/*.test.tsx'],
          exclude: slow,
          isolate: false,
          setupFiles: ['test/support/emptyWindow.ts'],
          ...patient,
        },
      },
      { test: { name: 'pages', include: ofPages, exclude: slow, ...patient } },
    ],
  },
})
