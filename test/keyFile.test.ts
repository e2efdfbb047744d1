import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CannotStart } from '../server/cannotStart.ts'
import { keyFile } from '../server/keyFile.ts'
import { ensureSecrets } from '../server/secrets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steward-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a key is made once, is found at every later start, and nobody but the account of Steward may read it', () => {
  const made = ensureSecrets(folder)

  expect(made.searchKey).toHaveLength(32)
  expect(made.sessionKey.equals(made.searchKey)).toBe(false)
  expect(ensureSecrets(folder)).toEqual(made)
  expect(readdirSync(folder).toSorted()).toEqual(['search.key', 'session.key'])
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
})

test('of two servers that start at the same moment, the second takes the key of the first', () => {
  const path = join(folder, 'search.key')

  const key = keyFile(path, () => {
    writeFileSync(path, 'of the first')
    return 'of the second'
  })

  expect(key.toString()).toBe('of the first')
  expect(readdirSync(folder)).toEqual(['search.key'])
})

test('a key that was cut short is refused by name, and is not replaced', () => {
  writeFileSync(join(folder, 'search.key'), 'half of')

  expect(() => ensureSecrets(folder)).toThrow(CannotStart)
  expect(() => ensureSecrets(folder)).toThrow(/search\.key does not hold 32 bytes/)
})

test('a key that cannot be written stops the start, and leaves nothing behind', () => {
  const path = join(folder, 'gone', 'search.key')

  expect(() => keyFile(path, () => 'a key')).toThrow(/ENOENT/)
  expect(readdirSync(folder)).toEqual([])
})
