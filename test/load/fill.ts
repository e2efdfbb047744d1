import { hashPassword } from 'better-auth/crypto'
import { Client } from 'pg'
import { pino } from 'pino'
import { closePool, connect } from '../../server/database/connect.ts'
import { addStaff } from '../../server/staff/create.ts'
import { colleagues, password } from './colleagues.ts'
import { inventions } from './invent.ts'
import type { Size } from './sizes.ts'

const chunk = 100_000
const tables = ['customers', 'addresses', 'purchases', 'purchase_items', 'purchase_activations']
const list = tables.map((table) => `'${table}'`).join(', ')

/**
 * Fills a migrated, empty database with the invented shop. The big tables are written without their indexes and foreign
 * keys, which are made afterwards as the migrations had them: a tenth of the time. What is done is noted in the
 * database, so a fill that was ended goes on where it was.
 */
export async function fill(ownerUrl: string, size: Size, seed: number, say: (text: string) => void) {
  const client = await open(ownerUrl)
  try {
    await client.query('CREATE SCHEMA IF NOT EXISTS bench')
    await client.query('CREATE TABLE IF NOT EXISTS bench.done (step text PRIMARY KEY)')
    await client.query(
      'CREATE TABLE IF NOT EXISTS bench.later (kind text, name text PRIMARY KEY, statement text NOT NULL)',
    )
    const { rows } = await client.query<{ step: string }>('SELECT step FROM bench.done')
    const done = new Set(rows.map(({ step }) => step))
    if (done.has('ready')) return
    const { purchases, items, activations, addresses, customers } = inventions(size, seed)
    const run = (steps: Step[]) => inParallel(ownerUrl, steps, done, say)

    if (!done.has('staff')) await hire(ownerUrl)
    await run([['staff', 'SELECT 1']])
    await run([['bare', takeOff]])
    await run(chunks('purchases', size.purchases, purchases))
    await run([
      [
        'purchase analysis',
        'CREATE INDEX bench_buyers ON purchases (customer_id, placed_at); ANALYZE purchases',
      ],
    ])
    await run([
      ...chunks('customers', size.customers, customers),
      ...chunks('addresses', size.customers, addresses),
      ...chunks('items', size.purchases, items),
      ['activations', activations],
    ])
    await run([
      [
        'numbers',
        `DROP INDEX bench_buyers;
         SELECT setval('customer_numbers', ${size.customers}), setval('purchase_numbers', ${size.purchases})`,
      ],
    ])
    const later = await client.query<{ kind: string; name: string; statement: string }>(
      'SELECT kind, name, statement FROM bench.later',
    )
    const dressing = (kind: string) =>
      later.rows
        .filter((each) => each.kind === kind)
        .map(({ name, statement }): Step => [`${kind} ${name}`, statement])
    await run(dressing('index'))
    // One after the other: two that point at one table would wait for each other.
    for (const key of dressing('key')) await run([key])
    for (const table of tables) await client.query(`VACUUM (ANALYZE) ${table}`)
    await run([['ready', 'SELECT 1']])
  } finally {
    await client.end()
  }
}

type Step = [name: string, sql: string]

/** Remembers the indexes and foreign keys of the big tables, and drops them. */
const takeOff = `
  INSERT INTO bench.later
    SELECT 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid::regclass::text IN (${list})
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'));
  INSERT INTO bench.later
    SELECT 'key', conname, format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text IN (${list});
  DO $$ DECLARE off record; BEGIN
    FOR off IN SELECT conrelid::regclass AS place, conname FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text IN (${list})
      LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', off.place, off.conname); END LOOP;
    FOR off IN SELECT name FROM bench.later WHERE kind = 'index'
      LOOP EXECUTE format('DROP INDEX %s', off.name); END LOOP;
  END $$`

function chunks(name: string, rows: number, sql: (from: number, to: number) => string): Step[] {
  return Array.from({ length: Math.ceil(rows / chunk) }, (_, index) => {
    const from = index * chunk + 1
    return [`${name} ${from}`, sql(from, Math.min(rows, from + chunk - 1))]
  })
}

/** Two connections share the steps; each is one transaction with its note. */
async function inParallel(url: string, steps: Step[], done: Set<string>, say: (text: string) => void) {
  const waiting = steps.filter(([name]) => !done.has(name))
  const work = async () => {
    const client = await open(url)
    try {
      for (let step = waiting.shift(); step; step = waiting.shift()) {
        const [name, sql] = step
        const start = performance.now()
        await client.query(`BEGIN; ${sql}; INSERT INTO bench.done VALUES ('${name}'); COMMIT`)
        say(`${name} (${Math.round(performance.now() - start)} ms)`)
      }
    } finally {
      await client.end()
    }
  }
  await Promise.all(waiting.length > 1 ? [work(), work()] : [work()])
}

async function open(connectionString: string) {
  const client = new Client({ connectionString })
  await client.connect()
  await client.query(
    "SET maintenance_work_mem = '256MB'; SET work_mem = '128MB'; SET max_parallel_workers_per_gather = 0",
  )
  return client
}

async function hire(ownerUrl: string) {
  const db = connect(ownerUrl, { log: pino({ level: 'silent' }), max: 1 })
  try {
    const hashed = await hashPassword(password)
    await db.transaction(async (tx) => {
      for (const person of colleagues) {
        const by = {
          kind: 'system',
          id: null,
          name: 'bench',
          role: null,
          session: null,
          requestId: 'bench',
        } as const
        await addStaff(tx, by, new Date(), person, hashed)
      }
    })
  } finally {
    await closePool(db)
  }
}
