import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isStale } from '../build/isStale.ts'

let root: string

/** Puts a file there and dates it, and the folder it lies in, in seconds after the epoch. */
function put(path: string, at: number) {
  const file = join(root, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, '')
  utimesSync(file, at, at)
  utimesSync(join(file, '..'), at, at)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'steward-stale-'))
  put('src/customers/CustomerList.tsx', 100)
  utimesSync(join(root, 'src'), 100, 100)
  put('contract/customers.ts', 100)
  put('dist/.built', 200)
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

test('screens that are newer than their sources are not built again', () => {
  expect(isStale(root)).toBe(false)
})

test('screens that were never built, or not to the end, are built', () => {
  rmSync(join(root, 'dist/.built'))
  expect(isStale(root)).toBe(true)
})

test('a source that was changed or added makes the screens old', () => {
  put('src/customers/CustomerShow.tsx', 300)
  expect(isStale(root)).toBe(true)
})

test('a source that was removed makes the screens old', () => {
  rmSync(join(root, 'src/customers/CustomerList.tsx'))
  expect(isStale(root)).toBe(true)
})

test('the promises that both sides share belong to the sources', () => {
  put('contract/customers.ts', 300)
  expect(isStale(root)).toBe(true)
})
