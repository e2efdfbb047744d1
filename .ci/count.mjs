import { existsSync, readFileSync } from 'node:fs'

// Prints "passed failed" over the reports that the two test runners left in a folder.
const [folder] = process.argv.slice(2)
const read = (name) => {
  const path = `${folder}/${name}.json`
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
const vitest = read('vitest')
const browser = read('playwright')?.stats

const passed = (vitest?.numPassedTests ?? 0) + (browser?.expected ?? 0) + (browser?.flaky ?? 0)
const failed = (vitest?.numFailedTests ?? 0) + (browser?.unexpected ?? 0)
console.log(`${passed} ${failed}`)
