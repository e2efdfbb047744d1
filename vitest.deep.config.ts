import { defineConfig } from 'vitest/config'

/** Long trials that hurt the product on purpose; apart from `npm test`, which has to stay quick. */
export default defineConfig({
  test: { include: ['test/deep/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 60_000, maxWorkers: 1 },
})
