import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stewardOn } from './support/command.ts'
import { type TestDatabase, testDatabase } from './support/database.ts'
import { csvFile } from './support/importing.ts'

let database: TestDatabase
const folder = mkdtempSync(join(tmpdir(), 'steward-command-'))
let steward: ReturnType<typeof stewardOn>
beforeAll(async () => {
  database = await testDatabase()
  steward = stewardOn(database, join(folder, 'data'))
})
afterAll(() => database.close())

describe('steward import', { timeout: 60_000 }, () => {
  test('ends with a summary as JSON and says by its exit code whether every row is in', async () => {
    const errors = join(folder, 'errors.csv')
    const whole = csvFile('email,lastName\none@example.com,One\ntwo@example.com,Two\n')
    const first = await steward('import', 'customers', whole, '--json', '--errors', errors)
    expect(first.code).toBe(0)
    expect(first.stdout.trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(first.stdout)).toMatchObject({ created: 2, updated: 0, unchanged: 0, rejected: 0 })
    expect(existsSync(errors)).toBe(false)

    const some = csvFile('email,lastName\none@example.com,One\nnowhere,Two\n')
    const second = await steward('import', 'customers', some, '--json', '--errors', errors)
    expect(second.code).toBe(1)
    expect(JSON.parse(second.stdout)).toMatchObject({ unchanged: 1, rejected: 1 })
    expect(readFileSync(errors, 'utf8')).toBe(
      'line,column,reason\r\n3,email,This is not an e-mail address.\r\n',
    )
  })

  test('ends with 2 where nothing was done, and one sentence says why', async () => {
    const none = await steward('import', 'customers', csvFile('email\nnowhere\n'))
    expect(none).toMatchObject({ code: 2, stderr: '' })
    expect(none.stdout).toContain('0 created, 0 updated, 0 unchanged, 1 rejected.')
    expect(await steward('import', 'customers', '/nowhere.csv')).toEqual({
      code: 2,
      stdout: '',
      stderr: '/nowhere.csv cannot be read.\n',
    })
    expect((await steward('import', 'customers')).code).toBe(2)
    expect((await steward('import', 'customers', none.stdout, '--decimal', ';')).code).toBe(2)
  })

  test.each([
    ['in no folder', join(folder, 'nowhere', 'errors.csv')],
    ['that is a folder', folder],
  ])('reads nothing where the rejected rows would go to a file %s', async (_where, errors) => {
    const file = csvFile('email,lastName\nthree@example.com,Three\nnowhere,Four\n')
    expect(await steward('import', 'customers', file, '--errors', errors)).toEqual({
      code: 2,
      stdout: '',
      stderr: `${errors} cannot be written: say another file or folder with --errors.\n`,
    })
  })

  test.each(['customers', 'purchases'])('explains %s by examples', async (noun) => {
    const help = await steward('import', noun, '--help')
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(help.stdout).toMatch(/Examples:\n.*npm run -s steward -- import/)
    expect(help.stdout).toContain(
      'Exit codes: 0 every row was imported, 1 some were rejected, 2 nothing was done.',
    )
  })
})
