import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePool, connect } from '../server/database/connect.ts'
import { type TestDatabase, testDatabase } from './support/database.ts'
import { silentProxy } from './support/silentProxy.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await database.ownerDb.execute(sql`CREATE TABLE notes (text text)`)
})
afterAll(() => database.close())

test('a database that falls silent is given up in time, and what was refused is never committed by the next', async () => {
  const proxy = await silentProxy(database.ownerUrl)
  const db = connect(proxy.url, { log: pino({ level: 'silent' }), max: 1, statementTimeout: 300 })
  await db.execute(sql`SELECT 1`)

  const before = performance.now()
  const refused = db.transaction(async (tx) => {
    await tx.execute(sql`INSERT INTO notes VALUES ('refused')`)
    proxy.silence(true)
    await tx.execute(sql`SELECT 1`)
  })
  await expect(refused).rejects.toThrow()
  expect(performance.now() - before).toBeLessThan(2000)

  proxy.silence(false)
  await db.transaction((tx) => tx.execute(sql`INSERT INTO notes VALUES ('accepted')`))
  const { rows } = await database.ownerDb.execute(sql`SELECT text FROM notes`)
  expect(rows).toEqual([{ text: 'accepted' }])
  await closePool(db)
  proxy.close()
})
