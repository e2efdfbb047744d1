import { pino } from 'pino'
import { connect } from '../../server/database/connect.ts'
import { startEmbedded } from '../../server/database/embedded.ts'

/** A process to be killed: starts the database in the folder given and prints each row's number once it is kept. */
const [dataDir = ''] = process.argv.slice(2)
const log = pino({ level: 'silent' })
const embedded = await startEmbedded({ dataDir, log })
const db = connect(embedded.urls().owner, { log })
await db.$client.query('CREATE TABLE IF NOT EXISTS kept (n bigint PRIMARY KEY)')
for (;;) {
  const { rows } = await db.$client.query<{ n: number }>(
    'INSERT INTO kept SELECT coalesce(max(n), 0) + 1 FROM kept RETURNING n',
  )
  process.stdout.write(`${rows[0]?.n}\n`)
}
