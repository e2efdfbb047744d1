import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from './support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('requests act as the application role', async () => {
  const { rows } = await database.db.execute(sql`SELECT current_user AS who`)
  expect(rows).toEqual([{ who: 'steward_app' }])
})
