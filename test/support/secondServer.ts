import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { createApp } from '../../server/app.ts'
import { closePool, connect } from '../../server/database/connect.ts'
import { APPLICATION } from '../../server/database/roles.ts'
import type { Person, testApp } from './app.ts'

type Shop = Awaited<ReturnType<typeof testApp>>

/** Another server on the same database, with connections of its own and nothing else in common with the first. */
export function secondServer({ url, now, identify }: Shop) {
  const log = pino({ level: 'silent' })
  const db = connect(url, { log, role: APPLICATION, statementTimeout: 20_000, patience: 20_000 })
  const searchKey = Buffer.from('a key of the tests')
  const app = createApp({ db, now, searchKey, identify, log, ready: async () => true })
  return {
    app,
    post: (person: Person, path: string, body: object) =>
      app.request(path, {
        method: 'POST',
        headers: {
          'X-Test-Person': person,
          'Sec-Fetch-Site': 'same-origin',
          'Content-Type': 'application/json',
          'Idempotency-Key': randomUUID(),
        },
        body: JSON.stringify(body),
      }),
    close: () => closePool(db),
  }
}
