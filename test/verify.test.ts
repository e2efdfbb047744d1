import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../server/caller.ts'
import { appendAll } from '../server/events/append.ts'
import { chainOf } from '../server/events/chain.ts'
import { type Checkpoints, startCheckpoints } from '../server/events/checkpoints.ts'
import { merkleRoot } from '../server/events/merkleRoot.ts'
import { verifyEvents } from '../server/events/verify.ts'
import { type TestDatabase, testDatabase } from './support/database.ts'

const log = pino({ level: 'silent' })
const now = () => new Date('2026-06-01T09:00:00.123Z')
const chain = chainOf('the-busy-request')
const folder = mkdtempSync(join(tmpdir(), 'checkpoints-'))
const file = join(folder, 'checkpoints.jsonl')
let database: TestDatabase
let checkpoints: Checkpoints
let signed: string

beforeAll(async () => {
  database = await testDatabase()
  await write('the-busy-request', 200)
  for (let quiet = 0; quiet < 40; quiet += 1) await write(`quiet-${quiet}`, 2)
  checkpoints = await startCheckpoints({
    db: database.db,
    dataDir: folder,
    now,
    log,
  })
  await tamper(`
    CREATE TABLE kept_events AS TABLE events;
    CREATE TABLE kept_heads AS TABLE event_heads;
    ALTER TABLE events DISABLE TRIGGER USER, DROP CONSTRAINT events_chain_check, DROP CONSTRAINT events_outcome_check;
    ALTER TABLE event_heads DISABLE TRIGGER USER`)
  signed = readFileSync(file, 'utf8')
})
afterEach(async () => {
  await restore()
  writeFileSync(file, signed)
})
afterAll(async () => {
  await checkpoints.stop()
  await database.close()
  rmSync(folder, { recursive: true })
})

const restore = () =>
  tamper(`
    TRUNCATE events; INSERT INTO events TABLE kept_events;
    TRUNCATE event_heads; INSERT INTO event_heads TABLE kept_heads`)
const tamper = (statements: string) => database.ownerDb.$client.query(statements)
const verify = (expected?: string[]) =>
  verifyEvents(database.db, {
    checkpoints: file,
    publicKey: readFileSync(join(folder, 'checkpoint.pub'), 'utf8'),
    expected,
  })
const verifyWithoutCheckpoints = () => verifyEvents(database.db)

async function write(requestId: string, count: number) {
  const by: Actor = { kind: 'staff', id: v7(), name: 'Ana', role: 'manager', session: v7(), requestId }
  const entry = () => ({
    by,
    now: now(),
    act: 'deactivate',
    noun: 'purchases',
    id: v7(),
    customerId: v7(),
    outcome: 'failed' as const,
    code: 'NOT_ELIGIBLE',
    reason: 'duplicate',
    fields: ['activation', 'version'],
    details: { round: 1, batch: 'b-1' },
  })
  await database.db.transaction((tx) => appendAll(tx, Array.from({ length: count }, entry)))
}

describe('an audit record that nobody touched', () => {
  test('is whole, with and without its checkpoints', async () => {
    const { rows } = await database.db.execute<{ events: number }>(sql`SELECT count(*) AS events FROM events`)
    expect(rows).toEqual([{ events: 280 }])
    expect(await verify()).toMatchObject({ ok: true, events: 280, checkpoints: 1 })
    expect(await verifyWithoutCheckpoints()).toMatchObject({ ok: true, events: 280, checkpoints: 0 })
  })

  test('stays whole while a server goes on writing between the checkpoint and the check', async () => {
    await write('the-busy-request', 3)
    expect(await verify()).toMatchObject({ ok: true, events: 283 })
  })
})

describe('tampering by whoever owns the database', () => {
  const flips = {
    chain: `${(chain + 1) % 16}`,
    seq: '100000',
    id: `'00000000-0000-7000-8000-000000000000'`,
    at: `at + interval '1 microsecond'`,
    actor_kind: `'import'`,
    actor_id: `'00000000-0000-7000-8000-000000000000'`,
    actor_role: `'auditor'`,
    session_id: 'NULL',
    act: `'deactivatE'`,
    noun: `'purchaseZ'`,
    record_id: `translate(record_id, '0123456789', '1234567890')`,
    customer_id: 'actor_id',
    outcome: `'done'`,
    code: `'NOT_ELIGIBLF'`,
    reason: 'NULL',
    fields: `ARRAY['activation,version']`,
    request_id: `'the-busy-requesT'`,
    body: `replace(body, '"round":1', '"round":2')`,
    prev_hash: 'set_byte(prev_hash, 31, get_byte(prev_hash, 31) # 1)',
    hash: 'set_byte(hash, 0, get_byte(hash, 0) # 128)',
  }
  test.each(Object.entries(flips))('a changed %s is found and its row is named', async (column, value) => {
    await tamper(`UPDATE events SET ${column} = ${value} WHERE ${at(57)}`)
    expect(await verifyWithoutCheckpoints()).toMatchObject({ ok: false, chain, seq: 57 })
  })

  test('an event that follows another one than it says is told from one that was altered', async () => {
    await tamper(`UPDATE events SET prev_hash = ${flips.prev_hash} WHERE ${at(57)}`)
    expect(await verify()).toMatchObject({ seq: 57, why: 'unlinked' })
    await tamper(`UPDATE events SET hash = ${flips.hash} WHERE ${at(56)}`)
    expect(await verify()).toMatchObject({ seq: 56, why: 'altered' })
  })

  test('a changed byte anywhere in the body is found', async () => {
    const { rows } = await database.ownerDb.execute<{ body: string }>(
      sql.raw(`SELECT body FROM events WHERE ${at(57)}`),
    )
    const length = rows[0]?.body.length ?? 0
    expect(length).toBeGreaterThan(300)
    for (let byte = 1; byte <= length; byte += 11) {
      await tamper(`UPDATE events SET body = overlay(kept.body PLACING '~' FROM ${byte}) FROM kept_events kept
        WHERE kept.id = events.id AND events.${at(57).replace(' AND ', ' AND events.')}`)
      expect(await verifyWithoutCheckpoints()).toMatchObject({ ok: false, chain, seq: 57, why: 'altered' })
    }
  })

  test('a column that pretends to be two is found', async () => {
    await tamper(`UPDATE events SET outcome = 'failed","reason":"duplicate', reason = NULL WHERE ${at(57)}`)
    expect(await verify()).toMatchObject({ ok: false, chain, seq: 57, why: 'columns_differ' })
  })

  test('an event taken out of the middle is named', async () => {
    await tamper(`DELETE FROM events WHERE ${at(57)}`)
    expect(await verify()).toMatchObject({ ok: false, chain, seq: 57, why: 'missing' })
  })

  test('two events that changed places are found', async () => {
    await tamper(`
      UPDATE events SET seq = seq + 100000 WHERE chain = ${chain} AND seq IN (57, 58);
      UPDATE events SET seq = 100115 - seq WHERE chain = ${chain} AND seq > 100000`)
    expect(await verify()).toMatchObject({ ok: false, chain, seq: 57 })
  })

  test('newest events that were taken away are missed by the head of their chain', async () => {
    await tamper(`DELETE FROM events WHERE chain = ${chain} AND seq > 100`)
    expect(await verifyWithoutCheckpoints()).toMatchObject({ ok: false, chain, seq: 101, why: 'missing' })
  })

  test('a head that was lost or changed is found', async () => {
    await tamper(`DELETE FROM event_heads WHERE chain = ${chain}`)
    expect(await verifyWithoutCheckpoints()).toMatchObject({ ok: false, chain, why: 'head_differs' })
    await tamper(
      `INSERT INTO event_heads SELECT chain, seq, sha256(hash) FROM kept_heads WHERE chain = ${chain}`,
    )
    expect(await verifyWithoutCheckpoints()).toMatchObject({ ok: false, chain, why: 'head_differs' })
  })

  test('an event in a chain that does not exist is found', async () => {
    await tamper(`INSERT INTO events SELECT 16, seq, gen_random_uuid(), at, actor_kind, actor_id, actor_role, session_id, act,
      noun, record_id, customer_id, outcome, code, reason, fields, request_id, body, prev_hash, hash FROM events WHERE ${at(1)}`)
    expect(await verify()).toMatchObject({ ok: false, chain: 16, seq: 1, why: 'unknown_chain' })
  })
})

describe('tampering that only the signed checkpoints betray', () => {
  test('the newest 100 events cut off, their head put back', async () => {
    await cutOff(`chain = ${chain} AND seq > (SELECT seq - 100 FROM kept_heads WHERE chain = ${chain})`)
    const { rows } = await database.db.execute<{ next: number }>(
      sql`SELECT seq + 1 AS next FROM event_heads WHERE chain = ${chain}`,
    )
    expect(await verifyWithoutCheckpoints()).toMatchObject({ ok: true, events: 180 })
    expect(await verify()).toMatchObject({ ok: false, chain, seq: rows[0]?.next, why: 'missing' })
  })

  test('a chain rebuilt from one changed event on', async () => {
    await rebuild()
    expect(await verifyWithoutCheckpoints()).toMatchObject({ ok: true, events: 280 })
    expect(await verify()).toMatchObject({ ok: false, chain, why: 'checkpoint_differs' })
  })

  test('an older state of the whole database put back', async () => {
    await cutOff(`seq > 1`)
    expect(await verifyWithoutCheckpoints()).toMatchObject({ ok: true })
    expect(await verify()).toMatchObject({ ok: false, why: 'missing', seq: 2 })
  })

  test('an older state put back, and the server then went on and signed anew', async () => {
    await cutOff(`chain = ${chain} AND seq > 150`)
    await write('the-busy-request', 90)
    await checkpoints.write()
    expect(await verify()).toMatchObject({ ok: false, chain, why: 'checkpoint_differs' })
  })

  test('a future that was signed, taken back and replaced by the old state of the same length', async () => {
    const { rows } = await database.db.execute<{ lost: number }>(
      sql`SELECT seq - 150 AS lost FROM event_heads WHERE chain = ${chain}`,
    )
    await cutOff(`chain = ${chain} AND seq > 150`)
    await write('the-busy-request', rows[0]?.lost ?? 0)
    await checkpoints.write()
    await restore()
    expect(await verify()).toMatchObject({ ok: false, chain, why: 'checkpoint_differs' })
  })
})

describe('the file of checkpoints', () => {
  test('is signed by a key that only its owner can read', () => {
    expect(statSync(join(folder, 'checkpoint.key')).mode & 0o777).toBe(0o600)
  })

  test('gets a line only when something was added, and each line follows the one before it', async () => {
    expect(await checkpoints.write()).toBeNull()
    await write('the-busy-request', 1)
    await checkpoints.write()
    await write('the-busy-request', 1)
    const last = await checkpoints.write()
    expect(last?.n).toBe(3)
    expect(await verify()).toMatchObject({ ok: true, checkpoints: 3, last: { n: 3 } })
  })

  test('betrays a changed line, a line cut out and a line signed by another key', async () => {
    for (let more = 0; more < 2; more += 1) {
      await write('the-busy-request', 1)
      await checkpoints.write()
    }
    const [first = '', second = '', third = ''] = readFileSync(file, 'utf8').split('\n')
    const bad = { ok: false, why: 'bad_checkpoint' }
    writeFileSync(file, `${first}\n${third}\n`)
    expect(await verify()).toMatchObject({ ...bad, text: expect.stringContaining('line 2') })
    writeFileSync(file, `${second}\n${third}\n`)
    expect(await verify()).toMatchObject({ ...bad, text: expect.stringContaining('line 1') })
    writeFileSync(file, `${first.replace('2026-06-01', '2026-06-02')}\n`)
    expect(await verify()).toMatchObject(bad)
    writeFileSync(file, 'not a checkpoint\n')
    expect(await verify()).toMatchObject(bad)

    const elsewhere = mkdtempSync(join(tmpdir(), 'checkpoints-'))
    const forger = await startCheckpoints({
      db: database.db,
      dataDir: elsewhere,
      now,
      log,
    })
    await forger.stop()
    writeFileSync(file, readFileSync(join(elsewhere, 'checkpoints.jsonl')))
    rmSync(elsewhere, { recursive: true })
    expect(await verify()).toMatchObject(bad)
  })

  test('grows every minute, and at once after 10,000 events', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const server = await startCheckpoints({ db: database.db, dataDir: folder, now, log })
    try {
      const lines = () => readFileSync(file, 'utf8').trimEnd().split('\n').length
      await write('the-busy-request', 1)
      vi.advanceTimersByTime(55_000)
      expect(lines()).toBe(1)
      vi.advanceTimersByTime(5_000)
      await vi.waitFor(() => expect(lines()).toBe(2), 5_000)
      await write('the-busy-request', 10_000)
      vi.advanceTimersByTime(5_000)
      await vi.waitFor(() => expect(lines()).toBe(3), 5_000)
      await write('the-busy-request', 1)
      await server.stop()
      expect(lines()).toBe(4)
    } finally {
      vi.useRealTimers()
      await server.stop()
    }
    expect(await verify()).toMatchObject({ ok: true, checkpoints: 4 })
  })

  test('survives a line that a power cut left half written', async () => {
    writeFileSync(file, `${signed}${signed.slice(0, 300)}`)
    expect(await verify()).toMatchObject({ ok: true, checkpoints: 1 })
    await write('the-busy-request', 1)
    await checkpoints.write()
    expect(await verify()).toMatchObject({ ok: true, checkpoints: 2 })
  })

  test('shows a short fingerprint that can be checked years later', async () => {
    const verdict = await verify()
    const noted = verdict.ok ? (verdict.last?.fingerprint ?? '') : ''
    expect(noted).toMatch(/^([0-9A-F]{4}-){3}[0-9A-F]{4}$/)
    expect(await verify([noted.toLowerCase()])).toMatchObject({ ok: true })
    expect(await verify(['0000-0000-0000-0000'])).toMatchObject({ ok: false, why: 'unknown_fingerprint' })
  })

  test('is not begun anew when the key that signed it is gone', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'checkpoints-'))
    writeFileSync(join(elsewhere, 'checkpoint.pub'), readFileSync(join(folder, 'checkpoint.pub')))
    const started = startCheckpoints({
      db: database.db,
      dataDir: elsewhere,
      now,
      log,
    })
    await expect(started).rejects.toThrow(/checkpoint.key is missing/)
    rmSync(elsewhere, { recursive: true })
  })

  test('tells at the start of the server that an older database was put back', async () => {
    await cutOff(`chain = ${chain} AND seq > 150`)
    const lines: string[] = []
    const loud = pino({ level: 'error' }, { write: (line) => lines.push(line) })
    const next = await startCheckpoints({ db: database.db, dataDir: folder, now, log: loud })
    await next.stop()
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { chains: [chain], msg: expect.stringContaining('contradicts the last checkpoint') },
    ])
  })
})

describe('steward verify', () => {
  test('ends with 0 for a whole record and says where the checkpoints stand', async () => {
    const { code, out } = await steward()
    expect(out).toMatch(/whole: 280 events in 16 chains\. It agrees with 1 signed checkpoint/)
    expect(code).toBe(0)
  })

  test('ends with 1 and names chain and seq of the first bad event', async () => {
    await tamper(`UPDATE events SET body = replace(body, '"round":1', '"round":2') WHERE ${at(57)}`)
    const { code, out } = await steward()
    expect(out).toContain(`chain ${chain}, seq 57`)
    expect(code).toBe(1)
    const asJson = await steward('--json')
    expect(JSON.parse(asJson.out)).toMatchObject({ ok: false, chain, seq: 57, why: 'altered' })
    expect(asJson.code).toBe(1)
  })

  test('ends with 2 where it cannot verify, and accuses nobody', async () => {
    const missing = await steward('--checkpoints', join(folder, 'nowhere.jsonl'))
    expect(missing).toMatchObject({ code: 2, out: '' })
    expect(missing.err).toContain('nowhere.jsonl is missing')
    const unreachable = await run(
      { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none', DATABASE_OWNER_URL: undefined },
      [],
    )
    expect(unreachable).toMatchObject({ code: 2, out: '' })
    expect(unreachable.err).toContain('cannot be reached')
  })
})

test('the tree over the heads is that of RFC 9162, by the test vectors of Certificate Transparency', () => {
  const leaves = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ]
  const roots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]
  for (const [count, root] of roots.entries())
    expect(merkleRoot(leaves.slice(0, count).map((leaf) => Buffer.from(leaf, 'hex'))).toString('hex')).toBe(
      root,
    )
})

function at(seq: number) {
  return `chain = ${chain} AND seq = ${seq}`
}

async function cutOff(which: string) {
  await tamper(`DELETE FROM events WHERE ${which};
    UPDATE event_heads h SET (seq, hash) = (SELECT seq, hash FROM events e WHERE e.chain = h.chain ORDER BY seq DESC LIMIT 1)
      WHERE EXISTS (SELECT FROM events e WHERE e.chain = h.chain)`)
}

/** Changes one event and hashes the rest of its chain anew, as somebody with all rights and this source could. */
async function rebuild() {
  await tamper(`DO $$
    DECLARE e events; last bytea;
    BEGIN
      UPDATE events SET body = replace(body, '"duplicate"', '"test_order"'), reason = 'test_order' WHERE ${at(57)};
      SELECT prev_hash INTO last FROM events WHERE ${at(57)};
      FOR e IN SELECT * FROM events WHERE chain = ${chain} AND seq >= 57 ORDER BY seq LOOP
        UPDATE events SET prev_hash = last,
          hash = sha256('\\x00'::bytea || int2send(e.chain) || int8send(e.seq) || last || convert_to(e.body, 'UTF8'))
          WHERE chain = e.chain AND seq = e.seq RETURNING hash INTO last;
      END LOOP;
      UPDATE event_heads SET hash = last WHERE chain = ${chain};
    END $$`)
}

/** Runs the command on this database and its folder, as an operator would beside a server. */
const steward = (...args: string[]) => run({}, args)

function run(env: NodeJS.ProcessEnv, args: string[]) {
  const command = fileURLToPath(new URL('../server/commands/steward.mjs', import.meta.url))
  const { url, ownerUrl } = database
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [command, 'verify', ...args],
      {
        env: {
          ...process.env,
          STEWARD_DATA_DIR: folder,
          DATABASE_URL: url,
          DATABASE_OWNER_URL: ownerUrl,
          ...env,
        },
      },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
}
